import {
  cellKey,
  definedAlike,
  directivesOf,
  unclaimedWords,
  type Population,
  type Publication,
} from "../../publication/index.ts";
import {nameOf, sha256, type Release} from "../../release/index.ts";
import {askingBlocks} from "../check/askingBlocks.ts";
import {changesBetween} from "../check/changesBetween.ts";
import {describeUnclaimed} from "../check/describeUnclaimed.ts";
import {describeChanged} from "../check/untoldChanges.ts";

/** A release that was made, with what is known of how. */
export interface MadeEdition {
  readonly publication: Publication;
  readonly release: Release;
  /** Its text, whose hash is signed. */
  readonly text: string;
  /** Files that the command named in place of the report's, by the extract's name. */
  readonly extracts: Readonly<Record<string, string>>;
  /** The releases that count as published before. */
  readonly published: readonly Release[];
  /** What became of the records, and what they were held against: counts, which are confidential. */
  readonly log: readonly string[];
}

/** The name of the file that a dossier is kept in, beside the sign-off of its edition. */
export const dossierFile = "dossier.txt";

/**
 * What the second person reads before signing: what an edition is made of, what was checked, what was overridden and
 * why, and what changed since its last release and the edition before. Confidential: it holds what a release may withhold.
 */
export function describeDossier(made: MadeEdition): string {
  const {title, id} = made.publication.report;
  const sections = [
    ["What it is", describeEdition(made)],
    ["The records", made.log.length === 0 ? ["none: figures that anybody may know"] : made.log],
    ["What was overridden, and why", describeOverrides(made.publication)],
    ["Words that rest on nothing which is judged", describeUnclaimed(unclaimedWords(made.publication))],
    ["What changed since its last release", describeSinceLast(made)],
    ["What changed since the edition compared with", describeSinceBefore(made)],
    ["What else to read", ["audit.txt: the attack on the whole publication, and what is proved of it"]],
    ["Signed", ["made by ______________________ on ____________", "read by ______________________ on ____________"]],
  ] as const;
  const head = [`${title} (${id})`, "For the second person to read and sign. Confidential, as the extracts are."];
  const body = sections.flatMap(([heading, lines]) => [
    "",
    heading,
    ...(lines.length === 0 ? ["none"] : lines).map((line) => `  ${line}`),
  ]);
  return `${[...head, ...body].join("\n")}\n`;
}

function describeEdition(made: MadeEdition): readonly string[] {
  const {publication: {report, chapters, plan}, text, release, extracts} = made; // prettier-ignore
  const claims = chapters.flatMap(directivesOf).filter(({kind}) => kind === "claim" || kind === "claim-rank");
  const {synthetic, dictionaries, policy} = release.provenance;
  const withheld = release.cells.filter(({cell}) => cell.status === "suppressed").length;
  return [
    `release.json, SHA-256 ${sha256(text)}`,
    report.published === undefined
      ? "a draft: no day of publication is decided"
      : `day of publication ${report.published}`,
    synthetic ? "made-up records" : "real records or figures",
    ...Object.entries({...report.extracts, ...extracts}).map(([name, file]) => `extract ${name}: ${file}`),
    ...Object.entries(dictionaries).map(([file, hash]) => `${file}, SHA-256 ${hash}`),
    `policy, SHA-256 ${policy}`,
    `${String(plan.length)} queries of the text are answered by ${String(release.cells.length)} numbers, ${String(withheld)} of them withheld`,
    `${String(claims.length)} claims of the text, each judged where its pages are built`,
  ];
}

/** Every place where somebody said that a guard shall not stop this, with the reason. */
function describeOverrides({report, chapters}: Publication): readonly string[] {
  const {expected, breaks, revisions, remedies, provisional = {}} = report;
  const unclaimed = chapters.flatMap(directivesOf).flatMap((one) => {
    if (one.kind !== "unclaimed") return [];
    const {file, line} = one.position;
    return [`words without a claim, ${file}:${String(line)}: ${one.because}`];
  });
  return [
    ...expected.map(({what, because}) => `expected, ${what}: ${because}`),
    ...breaks.map(({variable, extract = "", from, because}) => {
      return `break, ${variable ?? extract}${from === undefined ? "" : ` from ${from}`}: ${because}`;
    }),
    ...Object.entries(provisional).map(
      ([extract, {from, because}]) => `provisional, ${extract} from ${from}: ${because}`,
    ),
    ...revisions.map(({date, reason, affects}) => `revision of ${date}, ${affects.join(", ")}: ${reason}`),
    ...revisions.flatMap(({withdraws}) => withdraws.map((count) => `withdrawn: ${count}`)),
    ...remedies.withhold.map(({text}) => `withheld by choice: ${text}`),
    ...unclaimed,
  ];
}

function describeSinceLast({publication, release, published}: MadeEdition): readonly string[] {
  const before = published.filter((one) => one.edition.id === release.edition.id).at(-1);
  if (before === undefined) return ["nothing of it was published before"];
  const changes = changesBetween(before, release);
  const blocks = publication.chapters
    .flatMap((chapter) => askingBlocks(chapter, release))
    .filter(({keys}) => [...keys].some((key) => changes.has(key)));
  const [now, then] = [release, before].map(({cells}) => new Set(cells.map(({address}) => cellKey(address))));
  const only = (some = new Set<string>(), others = new Set<string>()): string =>
    String([...some].filter((key) => !others.has(key)).length);
  return [
    ...blocks.flatMap((block) => describeChanged(block, changes)),
    `${String(changes.size)} numbers are not as they were; ${only(now, then)} are new, ${only(then, now)} are not asked any more`,
  ];
}

function describeSinceBefore({publication: {report}, release, published}: MadeEdition): readonly string[] {
  const {compareWith} = report;
  if (compareWith === undefined) return ["it is compared with no edition"];
  const before = published.filter((one) => one.edition.id === compareWith).at(-1);
  if (before === undefined) return [`${compareWith} is not released`];
  const populations = release.vocabulary.populations.flatMap((population) => {
    const then = before.vocabulary.populations.find(({name}) => name === population.name);
    return then === undefined ? [`${population.name}: a new population`] : describeVariables(population, then);
  });
  const others = [
    ...(before.provenance.policy === release.provenance.policy ? [] : ["another policy"]),
    ...Object.entries(release.provenance.dictionaries)
      .filter(([file, hash]) => before.provenance.dictionaries[file] !== hash)
      .map(([file]) => `${file}: not as it was`),
  ];
  return [`held against ${nameOf(before)}`, ...populations, ...others];
}

function describeVariables(population: Population, then: Population): readonly string[] {
  const added = population.variables.flatMap((variable) => {
    const before = then.variables.find(({name}) => name === variable.name);
    if (before === undefined) return [`${population.name}, ${variable.name}: asked for the first time`];
    return definedAlike(variable, before) ? [] : [`${population.name}, ${variable.name}: made of other answers`];
  });
  const gone = then.variables.filter(({name}) => population.variables.every((one) => one.name !== name));
  return [...added, ...gone.map(({name}) => `${population.name}, ${name}: not asked any more`)];
}
