import {readTable, type Encoding, type Table} from "../../src/intake/index.ts";

/** Reads a table, asking for the columns `area` and `n`. */
export function readBytes(bytes: string | Buffer, encoding?: Encoding): Table {
  return readTable({
    bytes: Buffer.from(bytes),
    asked: [{name: "area"}, {name: "n"}],
    asker: "the test",
    others: "read",
    otherwise: "windows-1252",
    encoding,
    refuse: ({line = 0}, message) => new Error(`line ${line}: ${message}`),
  });
}

/** The fields of a table's rows by the names of its columns. */
export function rowsIn(bytes: string | Buffer, encoding?: Encoding): readonly Record<string, string>[] {
  return readBytes(bytes, encoding).rows.map(({fields}) => Object.fromEntries(fields));
}
