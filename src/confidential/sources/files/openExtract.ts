import {
  columnsOnce,
  fileChunks,
  openText,
  tidyLabel,
  type AskedColumn,
  type OpenText,
  type Refuse,
} from "../../../intake/index.ts";
import {headerOf, type AdaptedModel} from "./adaptModel.ts";
import {ExtractError} from "../ExtractError.ts";
import {parquetColumns, type ParquetColumns} from "./parquetColumns.ts";
import {unpackFile} from "./unpackFile.ts";
import type {Workspace} from "./workspace.ts";

export interface Source {
  /** Absolute path. */
  readonly path: string;
  /** As named by the user, for messages. */
  readonly file: string;
}

/** An extract whose columns were found, before a form of it is read. */
export interface OpenedExtract {
  readonly source: Source;
  /** Absolute path of what is to be read: another one than the source's where that is compressed. */
  readonly path: string;
  readonly model: AdaptedModel;
  /** Position in the file of every column of the dictionary, by column name. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns of the file that the dictionary does not know; they are not read. */
  readonly ignored: readonly string[];
  readonly content: ({readonly kind: "text"} & OpenText) | ({readonly kind: "parquet"} & ParquetColumns);
}

/**
 * Opens an extract: finds out what it is and how it is encoded, unpacks it where it is compressed, and finds the columns
 * of its dictionary. Throws ExtractError for a file that cannot be read and for columns that are missing or stand twice.
 */
export async function openExtract(source: Source, model: AdaptedModel, workspace: Workspace): Promise<OpenedExtract> {
  const refuse: Refuse = ({line}, message) =>
    new ExtractError({file: source.file, ...(line !== undefined && {line})}, message);
  const {path, kind} = await unpackFile(source.path, workspace.folder, refuse);
  const asked = askedColumns(model);
  const names = asked.map(({name}) => name);
  const content =
    kind === "parquet"
      ? ({kind, ...(await parquetColumns(path, asked, {connection: workspace.connection, refuse}))} as const)
      : ({kind, ...openCsv(path, {model, asked, refuse})} as const);
  const found = content.kind === "parquet" ? {names: content.names} : content.header;
  const places = columnsOnce(names, found, refuse);
  const positions = new Map(model.dictionary.columns.map((one, at) => [one.name, places.get(names[at] ?? "") ?? -1]));
  const ignored = found.names.filter((name) => name !== "" && !places.has(name));
  return {source, path, model, positions, ignored, content};
}

function askedColumns({dictionary}: AdaptedModel): readonly AskedColumn[] {
  return dictionary.columns.map((column) => {
    const {name, title, also = []} = column;
    return {name: tidyLabel(headerOf(column)), also: [name, title, ...also]};
  });
}

function openCsv(
  path: string,
  {model: {dictionary, encoding}, asked, refuse}: {model: AdaptedModel; asked: readonly AskedColumn[]; refuse: Refuse},
): OpenText {
  return openText(() => fileChunks(path), {
    asked,
    asker: `the dictionary "${dictionary.name}"`,
    delimiter: dictionary.file.delimiter,
    encoding,
    otherwise: "windows-1252",
    refuse,
  });
}
