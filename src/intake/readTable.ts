import {columnsOnce} from "./columnsOnce.ts";
import type {AskedColumn} from "./describeMissing.ts";
import type {Encoding} from "./encoding.ts";
import {unpack, type Chunks} from "./fileChunks.ts";
import {kindOf} from "./fileKind.ts";
import {openText, type OpenText} from "./openText.ts";
import {readLines} from "./readLines.ts";
import {readRecords} from "./readRecords.ts";
import type {Refuse} from "./refuse.ts";
import {fieldsOf} from "./scanRecord.ts";
import {tidyLabel} from "./tidyText.ts";

/** A small table: tidied texts by the names of their columns. */
export interface Table {
  readonly names: readonly string[];
  readonly rows: readonly TableLine[];
  /** Set where the file was read as Windows-1252 because it is neither UTF-8 nor UTF-16. */
  readonly assumed?: Encoding;
}

export interface TableLine {
  /** Physical line on which the row starts. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

export interface TableRequest {
  /** The whole file. */
  readonly bytes: Buffer;
  /** Columns that must be there. */
  readonly asked: readonly AskedColumn[];
  /** Whose columns they are, for messages. */
  readonly asker: string;
  /** Whether columns that nobody asked for are read too. */
  readonly others: "read" | "pass over";
  readonly encoding?: Encoding | undefined;
  readonly otherwise: "windows-1252" | "refuse";
  readonly refuse: Refuse;
}

/**
 * Reads a small table whole. Refuses what `openText` does, a row with more or fewer fields than the header, a column that
 * stands twice, and a letter that an earlier program could not read.
 */
export function readTable(request: TableRequest): Table {
  const {asked, others, refuse} = request;
  const {inspection, header, text} = openText(chunksOf(request), request);
  const read = others === "read" ? header.names.filter((name) => name !== "") : asked.map(({name}) => name);
  const positions = [...columnsOnce(read, header, refuse)];
  const rows = [...recordsOf({header, text}, refuse)].map(({line, fields}) => {
    const nameless = others === "read" ? fields.findIndex((field, at) => field !== "" && header.names[at] === "") : -1;
    if (nameless !== -1) {
      throw refuse({line}, `field ${nameless + 1} stands under no name. Name the column in the header, or remove it.`);
    }
    return {line, fields: new Map(positions.map(([name, at]) => [name, fields[at] ?? ""]))};
  });
  const assumed = inspection.isAssumed ? {assumed: inspection.encoding} : {};
  return {names: positions.map(([name]) => name), rows, ...assumed};
}

function chunksOf({bytes, refuse}: TableRequest): Chunks {
  const kind = kindOf(bytes, refuse);
  if (kind === "parquet") throw refuse({}, "this is a Parquet file. Give the table as CSV.");
  const text = [kind === "text" ? bytes : unpack(bytes, refuse)];
  return () => text;
}

function* recordsOf(
  {header, text}: Pick<OpenText, "header" | "text">,
  refuse: Refuse,
): Generator<{readonly line: number; readonly fields: readonly string[]}> {
  const lines = readLines(text());
  for (let skipped = 0; skipped < header.lines; skipped++) lines.next();
  const delimiter = header.delimiter.charCodeAt(0);
  for (const {line, bytes} of readRecords(lines, {delimiter, fields: header.names.length})) {
    if (!bytes) {
      throw refuse(
        {line},
        "the row is broken: it has more or fewer fields than the header. Check its delimiters and quotation marks.",
      );
    }
    const fields = fieldsOf(bytes, delimiter).map(tidyLabel);
    if (fields.some((field) => field.includes("\ufffd"))) {
      throw refuse(
        {line},
        "a letter of the row was lost when the file was saved. Save it again from its source, as UTF-8.",
      );
    }
    yield {line, fields};
  }
}
