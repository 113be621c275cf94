// Reads, checks, reduces to one form a client and counts all that the report asks of a prison extract; prints JSON.
import {loadPublication, openProject} from "../../../src/publication/index.ts";
import {referenceFigures} from "../../../src/confidential/dictionary/referenceFigures.ts";
import {vocabularyFor} from "../../../src/confidential/index.ts";
import {linkCells} from "../../../src/confidential/disclose/link/linkCells.ts";
import {addressesOf} from "../../../src/confidential/disclose/link/links.ts";
import {ingest} from "../../../src/confidential/sources/files/ingest.ts";
import {planCells} from "../../../src/confidential/cells/planCells.ts";
import {tabulate} from "../../../src/confidential/tabulate/tabulate.ts";
import {root} from "../measure.ts";

const [file = ""] = process.argv.slice(2);
const publication = loadPublication(openProject(root), "south-east-2007-08");
const vocabulary = vocabularyFor(openProject(root), publication.report);
const populations = publication.report.populations.filter(({extract}) => extract === "prison");
const names = new Set(populations.map(({name}) => name));
const report = {...publication.report, populations};
const asked = planCells(publication.plan, vocabulary).filter(({population}) => names.has(population));
const own = {...vocabulary, populations: vocabulary.populations.filter(({name}) => names.has(name))};
const addresses = [...asked, ...addressesOf(linkCells(asked, own))];

const figures = referenceFigures(openProject(root), report);

const started = performance.now();
await using ingested = await ingest({project: openProject(root), report, extracts: {prison: file}});
const read = performance.now();
const tabulation = await tabulate(addresses, {source: ingested, figures, vocabulary: own});
const counted = performance.now();
process.stdout.write(
  `${JSON.stringify({
    read: (read - started) / 1000,
    count: (counted - read) / 1000,
    seconds: (counted - started) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    clients: ingested.extracts.get("prison")?.counts.counted ?? Number.NaN,
    cells: tabulation.size,
  })}\n`,
);
