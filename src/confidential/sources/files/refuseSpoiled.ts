import type {Dictionary} from "../../dictionary/dictionary.ts";
import {wholeRecord} from "../../dictionary/faultVariables.ts";
import {ExtractError} from "../ExtractError.ts";
import type {FaultCount, FormCounts} from "../RecordSource.ts";

/** Fewer faults than this are mended by hand, whatever part of a short file they are. */
const fewestFaults = 5;

/** What was counted in an extract, and what its findings say of it. */
export interface CountedExtract {
  readonly file: string;
  readonly counts: FormCounts;
  readonly faultCounts: readonly FaultCount[];
  /** Everything that was counted, for the confidential log of a build that stops. */
  readonly log: () => Promise<readonly string[]>;
}

/**
 * Refuses an extract with more faults than its dictionary allows: forms quarantined, or answers of one column dropped.
 * So many are a fault of the file: another code list, dates in another format, a column that moved.
 */
export async function refuseSpoiled(counted: CountedExtract, {name, file: limits}: Dictionary): Promise<void> {
  const {file, counts, faultCounts, log} = counted;
  const exceeds = (forms: number, limit: number): boolean => forms >= fewestFaults && forms > limit * counts.read;
  const refuse = async (what: string, allowed: string): Promise<ExtractError> => {
    const remedy = `Compare the column with the dictionary "${name}", its codes, dates and numbers, and export again; or raise "${allowed}" there.`;
    return new ExtractError({file}, `${what}. ${remedy}`, (await log()).join("\n"));
  };
  // Broken records have a limit of their own.
  const [broken, others] = partition(faultCounts);
  if (exceeds(counts.quarantined - broken, limits.quarantinedForms)) {
    const [usual] = others.filter(({severity}) => severity === "form-quarantined").toSorted(byForms);
    const most = usual === undefined ? "" : `, most often for ${usual.rule} in ${usual.column}`;
    const what = `more forms are quarantined than the ${percent(limits.quarantinedForms)} that the dictionary allows${most}`;
    throw await refuse(what, "quarantined-forms");
  }
  const [column, faults] =
    [...Map.groupBy(faultCounts, ({column}) => column)].find(([, found]) =>
      exceeds(droppedBy(found), limits.droppedAnswers),
    ) ?? [];
  if (column === undefined || faults === undefined) return;
  const rules = faults.filter(({severity}) => severity === "answer-dropped").map(({rule}) => rule);
  const what = `more answers of column "${column}" are dropped for ${rules.join(" and ")} than the ${percent(limits.droppedAnswers)} that the dictionary allows${faults
    .flatMap(({hint}) => hint ?? [])
    .map((hint) => `: ${hint}`)
    .join("")}`;
  throw await refuse(what, "dropped-answers");
}

/** How many records are broken, and the faults of those that are not. */
function partition(faultCounts: readonly FaultCount[]): readonly [broken: number, others: readonly FaultCount[]] {
  const broken = faultCounts.find(({column}) => column === wholeRecord);
  return [broken?.forms ?? 0, faultCounts.filter((one) => one !== broken)];
}

function byForms(one: FaultCount, other: FaultCount): number {
  return other.forms - one.forms;
}

function droppedBy(faults: readonly FaultCount[]): number {
  return faults.reduce((sum, {forms, severity}) => sum + (severity === "answer-dropped" ? forms : 0), 0);
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))}%`;
}
