import type {Fault, FaultCount, FormCounts, Ingested} from "../ingest/ingested.ts";

/** Faults that are named one by one, for each extract. */
const faultsNamed = 10;

/**
 * What became of the forms of every extract, as lines for the analyst: forms by their fate, faults by column and rule,
 * and where the first of them stand. Holds no value of a record, but counts that a release may withhold: confidential.
 */
export async function describeForms({extracts}: Ingested): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const {name, counts, faultCounts, faults} of extracts.values()) {
    lines.push(describeFates(name, counts), ...describeFaults(faultCounts, await faults(faultsNamed)));
  }
  return lines;
}

function describeFates(name: string, {read, quarantined, outsidePeriod, superseded, counted}: FormCounts): string {
  return `${name}: ${number(read)} forms read, ${number(quarantined)} quarantined, ${number(outsidePeriod)} outside the period, ${number(superseded)} superseded; ${number(counted)} clients`;
}

function describeFaults(counts: readonly FaultCount[], first: readonly Fault[]): readonly string[] {
  const found = counts.reduce((sum, {forms}) => sum + forms, 0);
  return [
    ...counts.map(
      ({column, rule, forms, severity}) => `  ${column}: ${rule}, ${number(forms)} forms (${words[severity]})`,
    ),
    ...first.map(({file, line, column, rule}) => `  ${file}, line ${String(line)}, ${column}: ${rule}`),
    ...(found > first.length ? [`  and ${number(found - first.length)} more`] : []),
  ];
}

const words = {
  "form-quarantined": "the form is quarantined",
  "answer-dropped": "the answer counts as not stated",
} as const;

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
