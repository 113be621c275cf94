import {
  cellKey,
  expandQuery,
  loadPublication,
  openProject,
  targetReference,
  type CellAddress,
  type Publication,
  type Vocabulary,
} from "../../../src/publication/index.ts";
import {readRelease, wilsonInterval, writeRelease, type Cell, type Release} from "../../../src/release/index.ts";
import {template, writeProject} from "../../publication/project.ts";
import {vocabulary} from "../../publication/vocabulary.ts";

/** Indicators with targets: of one a higher number is better, of one a lower one, of one neither; and one without. */
const indicators = [
  "plan:",
  "  label: Clients with a plan",
  "  definition: Clients who agreed a plan.",
  "  query: share community plan=agreed among stated",
  "  better: higher",
  "  area: residence",
  "  target: {number: 80, from: 2007-04-01, source: A plan}",
  "  benchmark: region",
  "refused:",
  "  label: Clients who refused",
  "  definition: Clients who refused a plan.",
  "  query: share community plan=refused among stated",
  "  better: lower",
  "  area: residence",
  "  target: {number: 80, from: 2007-04-01, source: A plan}",
  "neither:",
  "  label: Men",
  "  definition: Men among clients.",
  "  query: share community sex=male",
  "  decimals: 1",
  "  area: residence",
  "  target: {number: 80, from: 2007-04-01, source: A plan}",
  "free:",
  "  label: Women",
  "  definition: Women among clients.",
  "  query: share community sex=female",
  "  area: residence",
  "",
].join("\n");

/** A report on these indicators with one chapter. */
export function publishHeld(markdown: string): Publication {
  const files = {[`${template}/indicators.yaml`]: indicators, [`${template}/10-one.md`]: `# One\n\n${markdown}\n`};
  return loadPublication(openProject(writeProject(files)), "kent-2007-08");
}

function vocabularyOf({indicators: defined, report}: Publication): Vocabulary {
  const targets = [...defined.values()].flatMap((one) => targetReference(one, report, vocabulary) ?? []);
  return {...vocabulary, references: [...vocabulary.references, ...targets]};
}

export function shareOf(count: number, of: number): Cell {
  const {lower, upper} = wilsonInterval(count, of);
  const percent = (part: number) => Math.round(1000 * part) / 10;
  return {status: "published", value: percent(count / of), count, of, lower: percent(lower), upper: percent(upper)};
}

/** A release that gives the shares that a publication asks, and every target its number. */
export function releaseWith(publication: Publication, shareAt: (address: CellAddress) => Cell): Release {
  const known = vocabularyOf(publication);
  const asked = publication.plan.flatMap((query) => expandQuery(query, known)).map(({address}) => address);
  const cells = [...new Map(asked.map((address) => [cellKey(address), address])).values()].map((address) => {
    const cell: Cell = address.measure === "value" ? {status: "published", value: 80} : shareAt(address);
    return {address, cell};
  });
  const content = {
    schema: "smallprint-release/1",
    edition: {
      id: "kent-2007-08",
      title: "Kent",
      region: "Kent",
      period: publication.report.period,
      published: "2009-06-18",
    },
    provenance: {synthetic: true, dictionaries: {}, policy: "00"},
    disclosure: {stage: "audited", policy: publication.report.policy},
    ...known,
    cells,
    answers: [],
  };
  return readRelease(writeRelease(content as unknown as Parameters<typeof writeRelease>[0]), "release.json");
}
