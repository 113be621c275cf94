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
  const {extract, unit} = clients.space.population;
  const isSameWorld = clients.world === forms.world;
  // Of forms of years before, one stands for a client of all of them.
  const isOfEdition = forms.space.population.window === undefined;
  return (
    isOfEdition &&
    unit === "clients" &&
    extract !== undefined &&
    extract === forms.space.population.extract &&
    isSameWorld
  );
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
