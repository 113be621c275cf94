import {parseArgs} from "node:util";
import {benchDisclosure} from "./disclosure/benchDisclosure.ts";
import {describeMachine} from "./measure.ts";
import {benchPublications} from "./publications/benchPublications.ts";
import {benchReport} from "./report/benchReport.ts";
import {benchRows} from "./rows/benchRows.ts";

const usage = `npm run bench                      all of these, one after the other
npm run bench -- report            the whole South East report by stages, beside R Markdown
npm run bench -- rows              10,000 to 1,000,000 forms, beside data.table and bare DuckDB
npm run bench -- disclosure        secondary suppression on random tables and on the report's own, and releases of
    --many N                       random publications on 60 to 800 people, so many of them (40)
    --tables DIR                   and on the tables of a folder, with GaussSuppression's recorded patterns
    --long                         and on a three-way table that takes long
`;

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    tables: {type: "string"},
    long: {type: "boolean", default: false},
    many: {type: "string", default: "40"},
    help: {type: "boolean", default: false},
  },
});

const benches: Readonly<Record<string, () => Promise<void>>> = {
  report: benchReport,
  rows: benchRows,
  disclosure: async () => {
    await benchDisclosure({tables: values.tables, isLong: values.long});
    await benchPublications(Number(values.many));
  },
};

const asked = positionals.length > 0 ? positionals : Object.keys(benches);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (values.help || unknown.length > 0) {
  process.stdout.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  for (const name of asked) {
    process.stdout.write(`\n${name}: ${describeMachine()}\n`);
    await benches[name]?.();
  }
  process.stdout.write(`\nended: ${describeMachine()}\n`);
}
