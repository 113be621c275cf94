import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {protectTable, type ProtectedTable, type ProtectRequest} from "../../../../src/confidential/index.ts";

/** A table to protect, by what its file holds. */
export type TextRequest = Omit<ProtectRequest, "path"> & {readonly text: string | Buffer};

const folder = mkdtempSync(path.join(tmpdir(), "protect-test-"));

/** Protects a table that is written to a file first, as `smallprint protect` reads it. */
export function protectText({text, ...request}: TextRequest): Promise<ProtectedTable> {
  const file = path.join(folder, "counts.csv");
  writeFileSync(file, text);
  return protectTable({...request, path: file});
}
