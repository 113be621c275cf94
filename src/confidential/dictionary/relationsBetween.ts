import {wholePopulations, type Population, type PopulationRelation} from "../../publication/index.ts";

/** The forms that stand for a client, those that are set aside, and the faults for which they are. */
const counted = {fate: "counted"} as const;
const quarantined = {fate: "quarantined"} as const;
const spoiling = {severity: "form-quarantined"} as const;

/**
 * What the records of one extract's populations have to do with each other: every client is stood for by one counted form;
 * an extract that is counted under two names is the same records; a form is set aside where some fault spoils it.
 */
export function relationsBetween(all: readonly Population[]): readonly PopulationRelation[] {
  const populations = wholePopulations(all);
  const place = ({name}: Population, at: Readonly<Record<string, string>> = {}) => ({population: name, at});
  return [
    ...pairs(populations, "forms", "clients").map(([forms, clients]): PopulationRelation => {
      return {kind: "same-records", one: place(clients), other: place(forms, counted)};
    }),
    ...twins(populations).map(([one, other]): PopulationRelation => {
      return {kind: "same-records", one: place(one), other: place(other)};
    }),
    ...pairs(populations, "faults", "forms").map(([faults, forms]): PopulationRelation => {
      return {kind: "one-for-some", one: place(forms, quarantined), some: place(faults, spoiling)};
    }),
  ];
}

type Pair = readonly [Population, Population];

function pairs(
  populations: readonly Population[],
  unit: Population["unit"],
  other: Population["unit"],
): readonly Pair[] {
  return populations
    .filter((one) => one.unit === unit)
    .flatMap((one) =>
      populations.filter((two) => two.unit === other && isSameExtract(one, two)).map((two) => [one, two] as const),
    );
}

function twins(populations: readonly Population[]): readonly Pair[] {
  return populations.flatMap((one, at) =>
    populations
      .slice(at + 1)
      .filter((other) => other.unit === one.unit && isSameExtract(one, other))
      .map((other) => [one, other] as const),
  );
}

function isSameExtract({extract: one}: Population, {extract: other}: Population): boolean {
  return one !== undefined && one === other;
}
