import {findCell, type CellNaming} from "./lattice.ts";

/** The variable of a form that says what became of it, and its category of forms that stand for a client. */
const fate = {variable: "fate", counted: "counted"} as const;

/**
 * Ties the clients of an extract to its forms: every client stands for one counted form, so that counted forms by any
 * variables are clients by the same variables.
 */
export function linkForms(namings: readonly CellNaming[]): void {
  for (const forms of namings.filter(({space}) => space.population.unit === "forms")) {
    const clients = namings.find((one) => isSameExtract(one, forms));
    if (clients !== undefined) linkPair(forms, clients);
  }
}

function isSameExtract(clients: CellNaming, forms: CellNaming): boolean {
  const {extract, unit, window} = clients.space.population;
  const there = forms.space.population;
  // Of forms of years before, one stands for a client of all of them, and for one of this edition another.
  const isSameTime = window?.from === there.window?.from && window?.to === there.window?.to;
  const isSame = extract !== undefined && extract === there.extract && clients.world === forms.world;
  return isSameTime && unit === "clients" && isSame;
}

function linkPair(forms: CellNaming, clients: CellNaming): void {
  if (!forms.space.population.variables.some(({name}) => name === fate.variable)) return;
  const {root: fates, members} = forms.space.read(fate.variable, fate.counted);
  for (const [form, region] of forms.regions) {
    if (region.get(fates)?.join() !== members.join()) continue;
    const rest = new Map([...region].filter(([root]) => root !== fates));
    const isShared = [...rest.keys()].every((root) => sameCategories(forms, clients, root));
    const client = isShared ? findCell(clients, rest) : undefined;
    if (client === undefined) continue;
    const because = "every client stands for one counted form";
    forms.builder.addUp({total: form, parts: [client], because});
  }
}

function sameCategories(forms: CellNaming, clients: CellNaming, root: string): boolean {
  return forms.space.categories(root).join() === clients.space.categories(root).join();
}
