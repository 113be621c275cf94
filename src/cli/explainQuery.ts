import {existsSync} from "node:fs";
import path from "node:path";
import {DisclosureError, readCertificate, type PeopleCertificate} from "../audit/index.ts";
import {
  expandQuery,
  loadAskedReport,
  parseQuery,
  setsAsked,
  type CellAddress,
  type Project,
  type Report,
} from "../publication/index.ts";
import {readMade, readReleaseOf, type Release} from "../release/index.ts";
import {describeRefusal} from "./describeRefusal.ts";
import {releaseFile, signOffFolder, type Outputs} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";

/** What an analyst asks of an edition. */
export interface ExplainRequest {
  readonly project: Project;
  readonly edition: string;
  /** A query that names one cell. */
  readonly cell: string;
  /** Another one: of those in the first, who are not in this. */
  readonly butNot?: string;
  /** Where the release and its sign-off stand. */
  readonly outputs: Outputs;
  readonly showConfidential: boolean;
}

const severalCells =
  "Name one cell: a query without by, within and with totals, and of one population. Ask for the categories one by one.";

const otherEdition = 'Name the edition before the query, not in it: smallprint explain <edition> "count prison".';

const noDifference = "--but-not takes a count out of another one of the same population, of clients or of forms.";

/**
 * Why a cell is withheld and what can be changed, or what can be said of a group that the report does not ask, as lines.
 * Throws UsageError for a query that names no one cell, DisclosureError where release or sign-off are lacking or are not
 * of one another.
 */
export async function explainQuery(request: ExplainRequest): Promise<readonly string[]> {
  const {project, edition, outputs, showConfidential} = request;
  const {explainAddress, explainAmong, explainDifference, readSignOff, vocabularyFor} =
    await import("../confidential/index.ts");
  const vocabulary = vocabularyFor(project, reportAsked(request));
  const asked = cellOf(request.cell, vocabulary);
  const butNot = request.butNot === undefined ? undefined : cellOf(request.butNot, vocabulary);
  const folder = signOffFolder(outputs.signOff, edition);
  const refusal = describeRefusal(folder);
  const file = path.join(folder, "sign-off.json");
  if (!existsSync(file) && refusal.length > 0) throw new DisclosureError(refusal.join("\n"));
  const released = releaseFile(outputs.data, edition);
  const release = readReleased(edition, released);
  const signed = {signOff: readSignOff(file, released), release};
  const certificate = readProof(path.join(folder, "people.json"), release);
  const proved = {release, showConfidential, ...(certificate && {certificate})};
  if (butNot === undefined) return [...explainAddress(asked, signed), ...explainAmong(asked, proved), ...refusal];
  const unit = vocabulary.populations.find(({name}) => name === asked.population)?.unit;
  const areCounts = asked.measure === "count" && butNot.measure === "count";
  if (!areCounts || asked.population !== butNot.population || unit === "faults") throw new UsageError(noDifference);
  return [...explainDifference(asked, butNot, proved), ...refusal];
}

/** The report, with what is asked of it here beside what its text asks. */
function reportAsked({project, edition, cell, butNot}: ExplainRequest): Report {
  const report = loadAskedReport(project, edition);
  const queries = [cell, butNot].filter((text) => text !== undefined).map((text) => parseQuery(text));
  return {...report, sets: [...(report.sets ?? []), ...setsAsked(queries)]};
}

/** The one cell that a query names. */
function cellOf(text: string, vocabulary: Parameters<typeof expandQuery>[1]): CellAddress {
  const query = parseQuery(text);
  if (query.edition !== "this") throw new UsageError(otherEdition);
  const [asked, ...more] = expandQuery(query, vocabulary);
  if (asked === undefined || more.length > 0) throw new UsageError(severalCells);
  return asked.address;
}

/** The certificate that a release names, where it is at hand. Throws DisclosureError for another one. */
function readProof(file: string, {disclosure: {certificate}}: Release): PeopleCertificate | undefined {
  if (certificate === undefined || !existsSync(file)) return undefined;
  return readCertificate({file, text: readMade(file)}, certificate);
}

/** Throws DisclosureError where the release is not there that the sign-off belongs to. */
function readReleased(edition: string, file: string): Release {
  if (existsSync(file)) return readReleaseOf(edition, file);
  throw new DisclosureError(`${file}: there is no release. Make it again where the extracts are.`);
}
