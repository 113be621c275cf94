import {targetValues} from "../model/auditModel.ts";
import type {AuditReport, ExplainedCell, PrintedBefore} from "./AuditReport.ts";

const changed = {
  provisional: "where it was provisional",
  revision: "by revised records",
  period: "whose period is another",
} as const;

/** Findings of a sort that are printed in full; the others are counted. */
const most = 20;

/**
 * The summary that an information-governance officer signs: what was audited, what was found, level by level, and how
 * each finding is derived. Confidential: it says what can be worked out.
 */
export function describeReport(report: AuditReport): string {
  const sections = [
    heading(report),
    tables(report),
    remedies(report),
    levels(report),
    findings(report),
    reported(report),
    closing(report),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading({editions, policy, counts, withheld}: AuditReport): readonly string[] {
  const [edition = "", ...earlier] = editions;
  return [
    `Disclosure audit of ${edition}`,
    `Audited together with: ${earlier.length === 0 ? "no other release" : earlier.join(", ")}.`,
    `Policy: ${describePolicy(policy)}.`,
    `Counts shown or withheld: ${counts}, of which withheld: ${withheld}. Shares, means and rates were read as statements about them.`,
  ];
}

function describePolicy({threshold, zeros, mark, method, base, within, groupNeeds}: AuditReport["policy"]): string {
  if (method === "round") {
    return `counts are rounded to multiples of ${base ?? 0}, at most ${within ?? 0} from the true ones, so that none below ${threshold} is known`;
  }
  const marks = typeof mark === "string" ? "" : ", small ones under a mark of their own";
  const groups =
    groupNeeds === undefined ? "" : `; the breakdowns of groups of fewer than ${groupNeeds} are withheld whole`;
  return `counts below ${threshold} are withheld${marks}; ${zeros === "shown" ? "zeros are shown" : "zeros are withheld too"}${groups}`;
}

function tables({tables}: AuditReport): readonly string[] {
  const withheld = tables.filter((table) => table.withheld > 0);
  return [
    "Withheld by table:",
    ...withheld.map(
      ({table, counts, withheld, unsafe}) => `  ${withheld} of ${counts} in ${table}${divided(withheld, unsafe)}`,
    ),
  ];
}

/** How many of the withheld counts are small and how many protect them. */
function divided(withheld: number, unsafe: number | undefined): string {
  return unsafe === undefined ? "" : `: ${unsafe} unsafe by themselves and ${withheld - unsafe} further`;
}

function remedies({byChoice, primaries}: AuditReport): readonly string[] {
  if (primaries === undefined) return [];
  if (byChoice.length === 0) return ["Remedies used: no count was withheld by choice."];
  return listed("Remedies used: counts withheld by choice although they are safe", byChoice);
}

function levels(report: AuditReport): readonly string[] {
  const {primaries, policy} = report;
  return [
    `Hard level (nothing withheld can be worked out exactly): ${report.passes ? "reached" : "NOT REACHED"}`,
    `Target level (${policy.level}: ${levelInWords(policy)} for every count that may be small): ${report.reachesTarget ? "reached" : "not reached"}`,
    ...(primaries === undefined
      ? [
          "Without the sign-off file it is not known which cells are unsafe by themselves: every withheld cell was judged.",
        ]
      : [
          `Cells unsafe by themselves: ${primaries.primaries}`,
          `  with more than one possible count: ${part(primaries.notExact, primaries.primaries)}`,
          ...(policy.level === "full"
            ? []
            : [`  with ${levelInWords(policy)}: ${part(primaries.atLevel, primaries.primaries)}`]),
          `  with every count below ${report.policy.threshold} possible: ${part(primaries.full, primaries.primaries)}`,
        ]),
  ];
}

function levelInWords(policy: AuditReport["policy"]): string {
  const all = `every count below ${policy.threshold} possible`;
  return policy.level === "full" ? all : `${targetValues(policy)} possible counts or more`;
}

function part(some: number, all: number): string {
  return all === 0 ? "0 of 0" : `${some} of ${all} (${Math.round((100 * some) / all)}%)`;
}

function findings({
  contradiction,
  givenAway,
  derivable,
  printedUnsafe,
  means,
  unfounded,
  narrow,
  undecided,
  notProved,
  printedBefore,
  withdrawn,
}: AuditReport): readonly string[] {
  return [
    ...(contradiction.length > 0 ? ["The printed numbers contradict each other:", ...indent(contradiction)] : []),
    ...listed("Printed, although the policy withholds such counts", printedUnsafe),
    ...listed("Marked as of too few to be useful, though the counts beside them are not printed as such", unfounded),
    ...explained("Withheld, yet given away", givenAway),
    ...explained("Small counts that no page prints but that follow from those printed", derivable),
    ...listed(
      "Means of too few that no page prints but that follow from those printed",
      means.map(
        ({key, known, least, most}) => `${key}, of ${known}, lies from ${least.toFixed(2)} to ${most.toFixed(2)}`,
      ),
    ),
    ...explained("Withheld, yet known to within one", narrow),
    ...listed("Not decided within the limit of work", undecided),
    ...listed(
      "Not proved, because the audit had to leave out what a reader can know; ask for fewer variables together",
      notProved,
    ),
    ...listed(
      "Printed before and withheld now; it cannot be unpublished",
      printedBefore.map(({key, edition, ...fate}) => `${key}, printed in ${edition}${wordsFor(fate)}`),
    ),
    ...listed("Given up in report.yaml, because of what was printed before", withdrawn),
  ];
}

function wordsFor({isUnsafe, isWithdrawn}: Pick<PrintedBefore, "isUnsafe" | "isWithdrawn">): string {
  if (!isUnsafe) return "";
  return isWithdrawn ? ": a small count, withdrawn in report.yaml" : ": a small count";
}

function reported({smallSums, groups, changes}: AuditReport): readonly string[] {
  return [
    ...listed(
      "Counts that differ by a few from what was printed before (reported, not failed)",
      changes.map(
        ({key, since, change, reason}) =>
          `${key}: ${Math.abs(change)} ${change > 0 ? "more" : "fewer"} than in ${since}, ${changed[reason]}`,
      ),
    ),
    ...listed(
      "Pairs of withheld counts whose sum is small (reported, not failed)",
      smallSums.map(({cells, most: sum}) => `${cells.join(" + ")} is at most ${sum}`),
    ),
    ...listed(
      "Small groups in which everybody is in one category (reported, not failed)",
      groups.map(({group, category, people}) => `all ${people} of ${group} are in ${category}`),
    ),
  ];
}

function closing({notes, passes}: AuditReport): readonly string[] {
  return [
    ...notes.map((note) => `Note: ${note}`),
    "The audit covers every published statement together. It does not cover what could be inferred from how cells were chosen.",
    passes ? "This release may be published." : "This release must not be published.",
  ];
}

function explained(title: string, cells: readonly ExplainedCell[]): readonly string[] {
  if (cells.length === 0) return [];
  const shown = cells
    .slice(0, most)
    .flatMap(({key, possible, derivation}) => [`  ${key}: ${possible.join(" or ")}`, ...indent(indent(derivation))]);
  return [`${title}: ${cells.length}`, ...shown, ...others(cells.length)];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`${title}: ${lines.length}`, ...indent(lines.slice(0, most)), ...others(lines.length)];
}

function others(count: number): readonly string[] {
  return count > most ? [`  and ${count - most} more`] : [];
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
