/** Of the number of offences: its limits, its decimals if it has any, and where the band of many begins. */
interface Offences {
  readonly from?: number;
  readonly to?: number;
  readonly decimals?: number;
  readonly unit?: string;
  /** Ends of bands: of few, and the beginning of many. */
  readonly bands?: readonly [few: string, many: string];
}

/** The small dictionary with a number of offences, and bands of them. */
export function withOffences({
  from = 0,
  to = 60,
  decimals = 0,
  unit = "offences",
  bands = ["9", "10"],
}: Offences = {}): (dictionary: string) => string {
  const exact = decimals === 0 ? "" : `decimals: ${String(decimals)}, `;
  const columns = `  OFFENCES: {title: Offences, type: number, ${exact}from: ${String(from)}, to: ${String(to)}}\nvariables:`;
  const [few, many] = bands;
  const variables = `  offences: {label: Offences, number: OFFENCES, unit: ${unit}}
  offence-band:
    label: Offences
    bands: {of: offences, groups: [{name: few, label: Few, text: few, to: ${few}}, {name: many, label: Many, text: many, from: ${many}}]}
`;
  return (dictionary) => dictionary.replace("variables:", columns) + variables;
}
