import {fileChunks, openText, tidyLabel, type Refuse} from "../../../intake/index.ts";
import type {Period} from "../../../publication/index.ts";
import type {Column} from "../../dictionary/dictionary.ts";
import {ExtractError} from "../ExtractError.ts";
import {ExtractTexts} from "./ExtractTexts.ts";
import {nameForms} from "./formsTable.ts";
import {loadCsv} from "./loadCsv.ts";
import {loadParquet} from "./loadParquet.ts";
import {openExtract} from "./openExtract.ts";
import {plainDictionary} from "./plainDictionary.ts";
import {parquetColumns} from "./parquetColumns.ts";
import {isAnswerType, isListType} from "./parquetTypes.ts";
import {refuseValues} from "./refuseValues.ts";
import {unpackFile} from "./unpackFile.ts";
import {openWorkspace, type Workspace} from "./workspace.ts";

/** Texts that usually mean "no answer". */
const usualBlanks = ["", "NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "-"] as const;

/** Sign between the parts of a list of Parquet, once it is a text. */
const betweenParts = ";";

interface Layout {
  readonly delimiter: string;
  readonly names: readonly string[];
  /** Columns of lists. */
  readonly lists: ReadonlySet<string>;
  /** Columns whose values are no answers: nested ones, bytes, times of day. */
  readonly unreadable: readonly string[];
}

/**
 * Reads an extract of which nothing is known, as the reader of extracts will read it, with every column as a text. The
 * delimiter is found out. Throws ExtractError for what cannot be read, and for a file without a header.
 */
export async function openTexts(file: string, window: Period): Promise<ExtractTexts> {
  const workspace = await openWorkspace();
  try {
    const refuse: Refuse = ({line}, message) => new ExtractError({file, ...(line !== undefined && {line})}, message);
    const layout = await findLayout(file, workspace, refuse);
    const columns = columnsOf(layout);
    const [first] = columns;
    if (first === undefined)
      throw refuse({}, "no column has a name and values that can be read. Export it with a header.");
    const dictionary = plainDictionary(columns, first.name, {...layout, brokenRows: 0.01, blank: usualBlanks});
    const model = {dictionary, lists: new Map(), variables: [], window};
    const opened = await openExtract({path: file, file}, model, workspace);
    const forms = nameForms("texts", model);
    const {content} = opened;
    if (content.kind === "parquet") await loadParquet({...opened, content}, forms, workspace);
    else await loadCsv({...opened, content}, forms, workspace);
    return new ExtractTexts({workspace, forms, unreadable: layout.unreadable});
  } catch (error) {
    await workspace[Symbol.asyncDispose]();
    throw error;
  }
}

async function findLayout(file: string, {folder, connection}: Workspace, refuse: Refuse): Promise<Layout> {
  const {path, kind} = await unpackFile(file, folder, refuse);
  if (kind === "parquet") {
    const {columns} = await parquetColumns(path, [], {connection, refuse});
    const tidied = columns.map(({name, type}) => ({name: tidyLabel(name), type}));
    const namesWhere = (holds: (type: string) => boolean): readonly string[] =>
      tidied.filter(({type}) => holds(type)).map(({name}) => name);
    const names = namesWhere(isAnswerType);
    const lists = new Set(namesWhere(isListType));
    return {delimiter: ",", names, lists, unreadable: namesWhere((type) => !isAnswerType(type))};
  }
  const options = {asked: [], asker: "a dictionary", otherwise: "windows-1252", refuse} as const;
  const {header} = openText(() => fileChunks(path), options);
  refuseValues(header.names, refuse);
  return {delimiter: header.delimiter, names: header.names, lists: new Set(), unreadable: []};
}

function columnsOf({names, lists}: Layout): readonly Column[] {
  return names
    .filter((name) => name !== "")
    .map((name) => {
      const common = {name, title: name};
      if (lists.has(name)) return {...common, required: false, type: "codes", list: "", separator: betweenParts};
      // Only texts that something depends on are held.
      return {...common, required: true, type: "text", unique: false};
    });
}
