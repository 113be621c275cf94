import {findCell, type CellNaming} from "./lattice.ts";
import {linkDroppedAnswers} from "./linkDroppedAnswers.ts";

/** What follows the faults that spoil a form, and what becomes of such a form. */
const spoils = {variable: "severity", category: "form-quarantined"} as const;
const spoilt = {fate: "quarantined"} as const;

/**
 * Ties the forms of an extract to its faults: a form is set aside where it has at least one fault that spoils a form.
 * So these faults are at least as many as the forms set aside, and no single kind of them is found more often.
 */
export function linkFaults(namings: readonly CellNaming[]): void {
  for (const faults of namings.filter(({space}) => space.population.unit === "faults")) {
    const {extract} = faults.space.population;
    const forms = namings.find(
      ({world, space: {population}}) =>
        population.unit === "forms" &&
        extract !== undefined &&
        population.extract === extract &&
        world === faults.world,
    );
    if (forms !== undefined) linkDroppedAnswers({faults, forms});
    const region = forms && hasFate(forms) ? forms.space.region(spoilt) : undefined;
    const whole = region && forms && findCell(forms, region);
    if (whole !== undefined) tie(faults, whole);
  }
}

function hasFate({space: {population}}: CellNaming): boolean {
  return population.variables.some(({name}) => name === "fate");
}

function tie(faults: CellNaming, forms: number): void {
  const {space, builder} = faults;
  const [combination] = space.population.combinations ?? [];
  if (combination === undefined) return;
  const {variables, possible} = combination;
  const severity = variables.indexOf(spoils.variable);
  const places = possible.filter((tuple) => tuple[severity] === spoils.category);
  const found = places.map((tuple) => {
    const region = space.region(Object.fromEntries(variables.map((name, index) => [name, tuple[index] ?? ""])));
    return region && findCell(faults, region);
  });
  const kinds = found.flatMap((cell) => cell ?? []);
  const because = "a form is set aside where it has at least one fault that spoils it";
  for (const kind of kinds)
    builder.state({cells: [forms, kind], coefficients: [1, -1], lower: 0, upper: Infinity, because});
  if (kinds.length < places.length) return;
  builder.state({
    cells: [forms, ...kinds],
    coefficients: [-1, ...kinds.map(() => 1)],
    lower: 0,
    upper: Infinity,
    because,
  });
}
