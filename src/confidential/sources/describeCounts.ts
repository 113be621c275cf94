import type {RecordFault, FaultCount, FormCounts} from "./RecordSource.ts";

/** Faults that are named one by one, for each extract. */
export const faultsNamed = 10;

/** What became of the forms of an extract. */
export interface CountedForms {
  readonly name: string;
  /** How the file was read: its encoding, or Parquet. */
  readonly encoding: string;
  /** What of it is as its supplier says, by the names of a control file. */
  readonly controlled?: readonly string[];
  readonly counts: FormCounts;
  readonly faultCounts: readonly FaultCount[];
  /** The first of the faults, by line. */
  readonly first: readonly RecordFault[];
}

/**
 * What became of the forms of an extract, as lines for the analyst: forms by their fate, faults by column and rule, and
 * where the first of them stand. Holds no value of a record, but counts that a release may withhold: confidential.
 */
export function describeCounts({controlled = [], ...counted}: CountedForms): readonly string[] {
  const {name, encoding, counts, faultCounts, first} = counted;
  const {read, quarantined, outsidePeriod, superseded, counted: clients} = counts;
  const found = faultCounts.reduce((sum, {forms}) => sum + forms, 0);
  return [
    `${name}: ${number(read)} forms read, ${number(quarantined)} quarantined, ${number(outsidePeriod)} outside the period, ${number(superseded)} superseded; ${number(clients)} clients`,
    `  read as ${encoding}`,
    ...(controlled.length === 0 ? [] : [`  as its control file says: ${controlled.join(", ")}`]),
    ...faultCounts.flatMap(({column, rule, forms, severity, hint}) => [
      `  ${column}: ${rule}, ${number(forms)} forms (${words[severity]})`,
      ...(hint === undefined ? [] : [`  ${column}, perhaps: ${hint}`]),
    ]),
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
