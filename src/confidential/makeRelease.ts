import {mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {
  loadPublication,
  PublicationError,
  resolveNames,
  withdrawnKeys,
  cellKey,
  type CellAddress,
  type Publication,
  type RelatedVocabulary,
  type Project,
  type Vocabulary,
} from "../publication/index.ts";
import {writeWhole} from "../files/index.ts";
import {describeReport, type Audit, type ConfidentialFolder} from "../audit/index.ts";
import type {Release, ReleaseContent} from "../release/index.ts";
import type {Dictionary} from "./dictionary/dictionary.ts";
import {referenceFigures} from "./dictionary/referenceFigures.ts";
import {vocabularyFor} from "./dictionary/vocabularyFor.ts";
import {describeRelease} from "./describeRelease.ts";
import type {Disclosed} from "./disclose/disclose.ts";
import type {DiscloseInput} from "./disclose/disclosure.ts";
import {linkCells} from "./disclose/link/linkCells.ts";
import {addressesOf, type Links} from "./disclose/link/links.ts";
import {recordedBefore} from "./earlier/recordedBefore.ts";
import {addressesIn, chooseEarlier, ofThesePeople, ofTheseRecords, type Earlier} from "./earlier/chooseEarlier.ts";
import {discloseBeside, type BesideInput} from "./earlier/discloseBeside.ts";
import {lostCounts} from "./earlier/lostCounts.ts";
import {provableBeside} from "./earlier/provableBeside.ts";
import {protectPeople, type ProtectedPeople} from "./people/protectPeople.ts";
import {namedVocabulary} from "./cells/namedVocabulary.ts";
import {planCells} from "./cells/planCells.ts";
import {remedyKeys} from "./cells/remedyKeys.ts";
import {modelsOfExtracts} from "./sources/modelOfExtract.ts";
import type {OpenRecords, RecordSource} from "./sources/RecordSource.ts";
import {saltOf} from "./provenance/saltOf.ts";
import {judgeSynthetic} from "./provenance/judgeSynthetic.ts";
import {checkExpectations} from "./expect/checkExpectations.ts";
import {knownTallies, type TallyOf} from "./expect/knownTallies.ts";
import {hintsOf, takeTally} from "./expect/takeTally.ts";
import {tallyFile, type Tally} from "./expect/tally.ts";
import {auditBeforeRelease} from "./signOff/auditBeforeRelease.ts";
import {describeForms} from "./signOff/describeForms.ts";
import {describeGivenUp, describeNarrow, describeProof} from "./signOff/describeProof.ts";
import {recallProof, type RecallTask} from "./signOff/recallProof.ts";
import {writeTexts, type ReleaseTexts, type TextSetting} from "./signOff/writeTexts.ts";
import {tabulate} from "./tabulate/tabulate.ts";

/** What is to be released, from what, and where to. */
export interface ReleaseRequest {
  readonly project: Project;
  readonly edition: string;
  /** Opens the records: files of the extracts, or whatever else keeps them. */
  readonly open: OpenRecords;
  /** Folder that receives `releases/<edition>/release.json`: the project's `data` where absent. */
  readonly out?: string;
  /** Receives what is confidential of this edition: sign-off, audit, proof and log. */
  readonly confidential: ConfidentialFolder;
  /** The tallies that were kept of editions before, this one among them; none where it is absent. */
  readonly tallyOf?: TallyOf;
  /** The release that was made last, with its sign-off and certificate, whose proof may serve again; none where absent. */
  readonly atHand?: ReleaseTexts | undefined;
  /** What counts as published before: it stays known whatever this release withholds. */
  readonly published: readonly Release[];
  /** Told of each step as it begins. */
  readonly onStep?: (step: ReleaseStep) => void;
}

/** A step of a release; the proof at hand is recalled, or all is proved anew, perhaps beside other releases once more. */
export type ReleaseStep = "read" | "count" | "disclose" | "recall" | "prove" | "audit" | "write";

/** What may be told of the work to whoever reads a terminal: no count that the release may withhold. */
export interface ReleaseSummary {
  readonly synthetic: boolean;
  readonly cells: number;
  readonly withheld: number;
  /** Counts that the proof hides less than the policy's level asks; the log names them. */
  readonly belowLevel: number;
  readonly extracts: readonly {
    readonly name: string;
    /** What its dictionary allows, as parts of its forms; nothing of it was exceeded. */
    readonly limits: Pick<Dictionary["file"], "brokenRows" | "quarantinedForms" | "droppedAnswers">;
    readonly ignoredColumns: readonly string[];
    /** The encoding, where it was neither stated nor shown by the bytes. */
    readonly assumed?: string;
  }[];
}

/** A release that was made. */
export interface MadeRelease {
  readonly file: string;
  readonly summary: ReleaseSummary;
  /** What became of the forms, as the log beside the sign-off has it: for the analyst's eyes only. */
  readonly log: readonly string[];
}

/**
 * The confidential stage: reads the extracts, counts what the report asks, decides what may be published, proves by
 * attack that nothing else can be worked out, and writes that alone. Files appear whole or not at all.
 *
 * Throws PublicationError for an unknown name, ExtractError for an extract that cannot be used, DisclosureError where
 * the release cannot be proved safe.
 */
export async function makeRelease(request: ReleaseRequest): Promise<MadeRelease> {
  const {project, edition, tallyOf = () => undefined, onStep = () => undefined} = request;
  const publication = loadPublication(project, edition);
  const {vocabulary, named} = resolveVocabulary(project, publication);
  const {report} = publication;
  const published = recordedBefore(request.published, {project, vocabulary, report});
  const asked = planCells(publication.plan, vocabulary);
  const withdrawn = withdrawnKeys(report.revisions, vocabulary);
  const link = linkingOnce((addresses) => linkCells(addresses, vocabulary));
  onStep("read");
  await using source = await request.open({project, report});
  const records = {source, report, models: modelsOfExtracts(project, report)};
  const synthetic = await judgeSynthetic(source, report);
  onStep("count");
  const tally = await takeTally({...records, synthetic, named});
  const known = knownTallies(project, report, tallyOf);
  const expectations = checkExpectations({tally, hints: hintsOf(source)}, known, report);
  const chosen = chooseEarlier(published, {report, vocabulary, synthetic});
  const together = [...asked, ...addressesIn(chosen)];
  const figures = referenceFigures(project, report);
  const tabulation = await tabulate([...together, ...addressesOf(link(together))], {source, figures, vocabulary});
  onStep("disclose");
  const earlier = provableBeside(named, ofTheseRecords(chosen, tabulation, report.region.label));
  const lost = await lostCounts(withdrawn, {known: chosen, earlier});
  const describe = describeRelease({project, publication, vocabulary, synthetic});
  const setting = {edition, describe, salt: await saltOf(records)};
  const {policy, remedies} = report;
  const counted = {asked, tabulation, policy, withheldByChoice: remedyKeys(remedies, asked, vocabulary)};
  const proofs = proofsOf(request, {...setting, records});
  const proved = await discloseBeside({...counted, ...proofs, edition, earlier, lost, link});
  const {content, signOff, texts} = writeTexts(proved, setting);
  onStep("audit");
  const audit = await auditBeforeRelease({edition, text: texts.release, published, withdrawn, signOff});
  onStep("write");
  const log = [...(await logOf(source, proved)), ...expectations];
  const findings = `${describeReport(audit.report)}\n${describeProof(proved, {text: texts.release, published, signOff})}`;
  const file = writeOutputs(request, {texts, findings, certificate: audit.certificate, log, tally});
  return {file, summary: summarise(source, {content, proved, synthetic}), log};
}

/** How cells are proved, by the proof at hand or anew, each telling that it begins. */
function proofsOf(
  {atHand, onStep = () => undefined}: ReleaseRequest,
  proving: TextSetting & Pick<RecallTask, "records">,
): Pick<BesideInput<ProtectedPeople>, "recall" | "prove"> {
  const recall = async (input: DiscloseInput, beside: Earlier): Promise<ProtectedPeople | undefined> => {
    if (atHand === undefined) return undefined;
    onStep("recall");
    return recallProof(atHand, {...proving, input, earlier: ofThesePeople(beside)});
  };
  const prove = (suppressed: Disclosed, beside: Earlier): Promise<ProtectedPeople> => {
    onStep("prove");
    return protectPeople({...proving, suppressed, earlier: ofThesePeople(beside)});
  };
  return {recall, prove};
}

/** What became of the forms, and what the proof could not do: for the confidential log. */
async function logOf(
  source: RecordSource,
  {narrow, givenUp, isRecounted}: ProtectedPeople,
): Promise<readonly string[]> {
  const forms = await describeForms(source);
  // Whether records have changed is theirs to know who hold them.
  const recounted = isRecounted && forms.length > 0 ? [proofServesOn] : [];
  return [...forms, ...recounted, ...describeNarrow(narrow), ...describeGivenUp(givenUp)];
}

const proofServesOn = "Nothing has changed since the last release: its proof was at hand, and was counted again.";

interface Finished {
  readonly texts: ReleaseTexts;
  /** What the audit found, and what is proved. */
  readonly findings: string;
  readonly certificate: Audit["certificate"];
  /** What became of the forms. */
  readonly log: readonly string[];
  readonly tally: Tally;
}

/** Writes what may leave, and apart from it what may not: the sign-off, the audit's findings and proof, and the log. */
function writeOutputs({project, edition, out, confidential}: ReleaseRequest, finished: Finished): string {
  const {texts, findings, certificate, log, tally} = finished;
  confidential.write("sign-off.json", texts.signOff);
  confidential.write("audit.txt", findings);
  confidential.write("certificate.json", `${JSON.stringify(certificate)}\n`);
  confidential.write("people.json", texts.people);
  // Of figures that anybody may know there is nothing to hold others against.
  if (log.length > 0) confidential.write(tallyFile, `${JSON.stringify(tally)}\n`);
  if (log.length > 0) confidential.write("extracts.log", `${log.join("\n")}\n`);
  const file = join(out ?? join(project.root, "data"), "releases", edition, "release.json");
  mkdirSync(dirname(file), {recursive: true});
  return writeWhole(file, texts.release);
}

interface Made {
  readonly content: ReleaseContent;
  readonly proved: ProtectedPeople;
  readonly synthetic: boolean;
}

function summarise(source: RecordSource, {content, proved, synthetic}: Made): ReleaseSummary {
  const read = source.describe().map(({name, limits, ignoredColumns, encoding, isEncodingAssumed}) => {
    return {name, limits, ignoredColumns, ...(isEncodingAssumed && {assumed: encoding})};
  });
  const {disclosed, narrow} = proved;
  return {
    synthetic,
    cells: content.cells.length,
    withheld: disclosed.withheld,
    belowLevel: narrow.length,
    extracts: read,
  };
}

/** Every name that a publication may use, and those that it does. */
interface ResolvedVocabulary {
  readonly vocabulary: RelatedVocabulary;
  readonly named: Vocabulary;
}

function resolveVocabulary(project: Project, publication: Publication): ResolvedVocabulary {
  const vocabulary = vocabularyFor(project, publication.report);
  const faults = resolveNames(publication, vocabulary);
  if (faults.length > 0) throw new PublicationError(faults);
  return {vocabulary, named: namedVocabulary(publication, vocabulary)};
}

/** Links the same cells only once, however many parts of the ledger they are judged beside. */
function linkingOnce(link: (addresses: readonly CellAddress[]) => Links): typeof link {
  const known = new Map<string, Links>();
  return (addresses) => {
    const name = addresses.map(cellKey).join("\n");
    const links = known.get(name) ?? link(addresses);
    known.set(name, links);
    return links;
  };
}
