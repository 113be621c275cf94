import type {ReleaseSummary} from "../confidential/index.ts";

type ExtractSummary = ReleaseSummary["extracts"][number];

/**
 * What became of the extracts of a release, as lines for the analyst: forms by their fate, faults by column and rule,
 * and where the first of them stand. Holds no value of a record.
 */
export function describeSummary({extracts, cells, withheld, synthetic}: ReleaseSummary): readonly string[] {
  const kind = synthetic ? "synthetic extracts" : "real extracts";
  return [...extracts.flatMap(describeExtract), `${number(cells)} cells, ${number(withheld)} withheld; ${kind}`];
}

function describeExtract({name, forms, faults, firstFaults, ignoredColumns}: ExtractSummary): readonly string[] {
  const {read, quarantined, outsidePeriod, superseded, counted} = forms;
  const found = faults.reduce((sum, fault) => sum + fault.forms, 0);
  return [
    `${name}: ${number(read)} forms read, ${number(quarantined)} quarantined, ${number(outsidePeriod)} outside the period, ${number(superseded)} superseded; ${number(counted)} clients`,
    ...faults.map(
      ({column, rule, forms: times, severity}) => `  ${column}: ${rule}, ${number(times)} forms (${words[severity]})`,
    ),
    ...firstFaults.map(({file, line, column, rule}) => `  ${file}, line ${line}, ${column}: ${rule}`),
    ...(found > firstFaults.length ? [`  and ${number(found - firstFaults.length)} more`] : []),
    ...(ignoredColumns.length > 0 ? [`  not in the dictionary, not read: ${ignoredColumns.join(", ")}`] : []),
  ];
}

const words = {
  "form-quarantined": "the form is quarantined",
  "answer-dropped": "the answer counts as not stated",
} as const;

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
