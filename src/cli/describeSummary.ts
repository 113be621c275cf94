import type {ReleaseSummary} from "../confidential/index.ts";

/**
 * What may be told of a release on a terminal, which others may read and logs keep: that its extracts were read within
 * the limits, what of them was not read, and how many cells the release shows and withholds, as everybody can count in
 * it, and how many miss the policy's level. No count of forms or faults, which it may withhold: these are in the
 * confidential log.
 */
export function describeSummary({extracts, cells, withheld, belowLevel, synthetic}: ReleaseSummary): readonly string[] {
  const kind = extracts.length === 0 ? "published figures alone" : synthetic ? "synthetic extracts" : "real extracts";
  return [
    ...extracts.flatMap(describeExtract),
    `${number(cells)} cells, ${number(withheld)} withheld; ${kind}`,
    ...(belowLevel === 0
      ? []
      : [`Hidden less than the policy's level asks: ${number(belowLevel)} counts; the log names them`]),
  ];
}

function describeExtract({name, limits, ignoredColumns}: ReleaseSummary["extracts"][number]): readonly string[] {
  return [
    `${name}: read, no limit exceeded (at most ${percent(limits.brokenRows)} of its rows broken, ${percent(limits.quarantinedForms)} of its forms quarantined, ${percent(limits.droppedAnswers)} of a column dropped)`,
    ...(ignoredColumns.length > 0 ? [`  not in the dictionary, not read: ${ignoredColumns.join(", ")}`] : []),
  ];
}

function percent(share: number): string {
  return `${number(100 * share)}%`;
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
