import type {Release} from "../../release/index.ts";
import type {PeopleProof} from "./checkProof.ts";

/** For whom the guarantee is told, and how much of it. */
export interface GuaranteeWords {
  /** Whether counts that the release withholds may be told: in a confidential file, or where they are asked for. */
  readonly showConfidential: boolean;
  /** Only what is proved, and beside what: the whole page stands in the documentation. */
  readonly isShort: boolean;
}

type Policy = Release["disclosure"]["policy"];

/**
 * What is proved on people of a release, in words for whoever decides whether it may be published: that other people
 * print the same, against whom, together with which releases, and what is not covered. Without a proof that a check
 * found to hold it says that there is none at hand, and of a release that counts no records that there is nothing to prove.
 */
export function describeGuarantee(
  {disclosure: {policy, certificate}, vocabulary}: Pick<Release, "disclosure" | "vocabulary">,
  proof: PeopleProof | undefined,
  words: GuaranteeWords,
): string {
  if (vocabulary.populations.length === 0) return `${ofFiguresAlone}\n`;
  const lines = proof === undefined ? withoutProof(certificate) : withProof(policy, proof, words);
  return `${lines.join("\n")}\n`;
}

const ofFiguresAlone =
  "Proof on people: nothing to prove. This release counts no records; it prints figures that their sources have published.";

function withoutProof(certificate: string | undefined): readonly string[] {
  return [
    "Proof on people: none at hand. Only the attack on the release alone was made.",
    "It finds what can be worked out, and proves less: that other people could have given the release was not checked.",
    certificate === undefined
      ? "The release names no certificate, because an earlier version of the program made it. Make it again for one."
      : "The certificate stays with the sign-off where the extracts are: audit the release there, or name its sign-off.",
  ];
}

function withProof(policy: Policy, proof: PeopleProof, words: GuaranteeWords): readonly string[] {
  const proved = [...whatIsProved(proof), ...whatDiffers(policy, proof, words), ...besideWhat(proof)];
  if (words.isShort) return [...proved, `Not covered: ${possible}`];
  return [...proved, ...againstWhom, ...notCovered];
}

function whatIsProved({populations, together}: PeopleProof): readonly string[] {
  const before = together.length === 0 ? "" : `, and what ${together.join(", ")} printed before`;
  return [
    `Proved on people: ${number(populations)} populations of made-up records print the same, number for number${before}.`,
    "Each was counted by a checker that searches nothing. Among them differ:",
  ];
}

function whatDiffers(
  policy: Policy,
  {unsafe, listed, narrow, known}: PeopleProof,
  {showConfidential}: GuaranteeWords,
): readonly string[] {
  const most = number(policy.threshold - 1);
  const isRounded = policy.method === "round";
  const confidential = (count: number | undefined): string =>
    showConfidential && count !== undefined ? ` (${number(count)})` : "";
  const kinds = [
    `those of 1 to ${most} people that one or two answers name, and everybody but such a group`,
    "the few in both, or in one alone, of two printed counts",
    ...(policy.remainders === "reported" ? [] : ["the few that a line leaves over beside its printed parts"]),
  ];
  return [
    `- every count of ${policy.zeros === "hidden" ? "0" : "1"} to ${most}${confidential(unsafe)} behind a ${isRounded ? "multiple" : "mark"}: the level ${policy.level} asks ${valuesAsked(policy)}`,
    ...(isRounded ? [] : [`- every other mark: two values, or one that is ${number(policy.threshold)} or more`]),
    `- groups that no page need show${confidential(listed)}: ${kinds.join("; ")}`,
    ...(narrow.length === 0 ? [] : [`Hidden less than that: ${number(narrow.length)} marks. The sign-off names them.`]),
    ...(known.length === 0
      ? []
      : [`Not hidden, because it was printed before and cannot be unpublished: ${known.join("; ")}.`]),
  ];
}

function valuesAsked({level, threshold, zeros}: Policy): string {
  if (level === "full") return `${number(threshold - (zeros === "hidden" ? 0 : 1))} values`;
  return level === "exact" ? "two values" : "three values";
}

/** Releases that are left out for one reason are named together. */
function besideWhat({together, apart, unread = []}: PeopleProof): readonly string[] {
  const reasons = Map.groupBy(apart, ({why}) => why);
  return [
    `Proved together with: ${together.length === 0 ? "no other release" : together.join(", ")}.`,
    ...(unread.length === 0 ? [] : [`Of these, no longer read and not counted: ${unread.join(", ")}.`]),
    ...[...reasons].map(([why, some]) => `Left out, each because it ${why}: ${some.map(({name}) => name).join(", ")}.`),
  ];
}

const againstWhom = [
  "Against whom: somebody who knows all that these releases print, the policy, the dictionary and how this program works,",
  "and who calculates without limit.",
];

const possible =
  "that another count is possible does not say how probable it is; nor is it reckoned with what somebody knows of these people from elsewhere.";

const notCovered = [
  "Not covered:",
  "- that another count is possible does not say how probable it is",
  "- what somebody knows of these people from elsewhere: a colleague, a newspaper, another publication",
  "- what the program's own choice of cells tells, and facts that were typed into the report",
];

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
