import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {readTable, type Encoding, type Table} from "../../src/tables/index.ts";

const folder = mkdtempSync(path.join(tmpdir(), "tables-test-"));

/** Writes a table's bytes and reads it, asking for the columns `area` and `n`. */
export function readBytes(bytes: string | Buffer, encoding?: Encoding): Table {
  const file = path.join(folder, "table.csv");
  writeFileSync(file, bytes);
  return readTable({
    path: file,
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
