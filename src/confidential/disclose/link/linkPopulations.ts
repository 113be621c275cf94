import {cellKey, type Coordinates, type PopulationDeclaration, type Vocabulary} from "../../../publication/index.ts";
import {unionSums} from "./atLeastOne.ts";
import type {LinkedCell, Sum} from "./links.ts";

/** Fate of the forms that stand for a client, and of those that a fault spoils. */
const counted = {fate: "counted"} as const;
const quarantined = {fate: "quarantined"} as const;
const spoiling = {severity: "form-quarantined"} as const;

interface Known {
  readonly declarations: readonly PopulationDeclaration[];
  readonly populations: Vocabulary["populations"];
  readonly cells: ReadonlyMap<string, LinkedCell>;
}

/** What the counts of one extract's populations say of each other: clients, forms and faults. */
export function linkPopulations(known: Known): {cells: readonly LinkedCell[]; sums: readonly Sum[]} {
  const spoilt = known.declarations.flatMap((faults) =>
    sameExtract(faults, known, {from: "fault", to: "form"}).map((forms) => linkFaults(faults.name, forms.name, known)),
  );
  return {
    cells: spoilt.flatMap(({cells}) => cells),
    sums: [...linkForms(known), ...linkTwins(known), ...spoilt.flatMap(({sums}) => sums)],
  };
}

/** Each client is stood for by one counted form of the same extract: the two counts are one number, group by group. */
function linkForms(known: Known): readonly Sum[] {
  return known.declarations.flatMap((forms) =>
    sameExtract(forms, known, {from: "form", to: "client"}).flatMap((clients) =>
      equal(known, (population, at) => {
        const {fate, ...rest} = at;
        return population === forms.name && fate === counted.fate ? countOf(clients.name, rest) : undefined;
      }),
    ),
  );
}

/** One extract counted twice under two names. */
function linkTwins(known: Known): readonly Sum[] {
  return known.declarations.flatMap((one, index) =>
    known.declarations
      .slice(index + 1)
      .filter((other) => other.one === one.one && other.extract === one.extract)
      .flatMap((other) =>
        equal(known, (population, at) => (population === other.name ? countOf(one.name, at) : undefined)),
      ),
  );
}

/** A form is set aside as faulty where it has at least one of the faults that spoil a form. */
function linkFaults(faults: string, forms: string, {populations, cells}: Known): ReturnType<typeof unionSums> {
  const combination = populations.find(({name}) => name === faults)?.combinations?.[0];
  const severity = combination?.variables.indexOf("severity") ?? -1;
  const tuples = combination?.possible.filter((one) => one[severity] === spoiling.severity) ?? [];
  const parts = tuples.map((tuple) =>
    Object.fromEntries(
      tuple.flatMap((category, index) => {
        const variable = combination?.variables[index] ?? "";
        return [[variable, category] as const];
      }),
    ),
  );
  const keys = parts.map((at) => countOf(faults, at));
  const whole = countOf(forms, quarantined);
  const isKnown = keys.length > 0 && [whole, ...keys].every((key) => cells.has(key));
  return isKnown ? unionSums({whole, parts: keys}, faults) : {cells: [], sums: []};
}

function sameExtract(
  {one, extract}: PopulationDeclaration,
  {declarations}: Known,
  {from, to}: {from: string; to: string},
): readonly PopulationDeclaration[] {
  return one === from ? declarations.filter((other) => other.one === to && other.extract === extract) : [];
}

function equal({cells}: Known, twinOf: (population: string, at: Coordinates) => string | undefined): readonly Sum[] {
  return [...cells.values()].flatMap(({key, address}) => {
    const total = address && twinOf(address.population, address.at);
    return total !== undefined && cells.has(total) ? [{total, parts: [key]}] : [];
  });
}

function countOf(population: string, at: Coordinates): string {
  return cellKey({measure: "count", population, at});
}
