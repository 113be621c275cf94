// The same reads and groupings by DuckDB alone, without validation; prints JSON.
import {DuckDBInstance} from "@duckdb/node-api";

const [file = ""] = process.argv.slice(2);
const asked = [
  ...["SEX", "ETHNIC", "PRISON", "DAT", "PROMPT", "OFFENCE", "SENTENCE", "PPO", "DRUG1", "MISUSED", "SPEND", "ALCFREQ"],
  ...["INJSTAT", "SHARED", "PRNTSTAT", "EMPSTAT", "TREAT2Y", "TREATNOW", "TREATPRS", "CPLAN"],
];
const started = performance.now();
const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
const connection = await instance.connect();
await connection.run(`
  create table clients as
  select * from (
    select *, try_strptime(ICDATE, '%d/%m/%Y')::date as contact, try_strptime(TRIAGED, '%d/%m/%Y')::date as triage
    from read_csv('${file.replaceAll("'", "''")}', delim = ',', header = true, all_varchar = true)
  )
  where contact between date '2007-04-01' and date '2008-03-31'
  qualify row_number() over (partition by CLIENTID order by triage desc nulls last, contact desc) = 1`);
for (const column of asked) await connection.runAndReadAll(`select ${column}, count(*) from clients group by 1`);
await connection.runAndReadAll("select PRISON, DAT, count(*) from clients group by 1, 2");
const clients = (await connection.runAndReadAll("select count(*)::integer from clients")).getRows()[0]?.[0];
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`${JSON.stringify({seconds, megabytes: process.resourceUsage().maxRSS / 1024, clients})}\n`);
connection.closeSync();
instance.closeSync();
