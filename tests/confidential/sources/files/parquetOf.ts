import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";

/** A CSV text as a Parquet file; `replaced` gives columns another type, as in `SEEN::DATE AS SEEN`. */
export async function parquetOf(csv: string, replaced?: string, zone = "UTC"): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "parquet-test-"));
  const [from, to] = [join(folder, "from.csv"), join(folder, "to.parquet")];
  writeFileSync(from, csv);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = '${zone}'`);
  const columns = replaced === undefined ? "*" : `* REPLACE (${replaced})`;
  const read = `read_csv('${from}', all_varchar = true, delim = ',', header = true, nullstr = '')`;
  await connection.run(`COPY (SELECT ${columns} FROM ${read}) TO '${to}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(to);
}
