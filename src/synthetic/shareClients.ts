import {ageOn} from "./calendar.ts";
import type {Answers} from "./client.ts";
import {itemAt} from "./itemAt.ts";
import {columnNamed} from "./layout.ts";
import {impossible} from "./marginsFile.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";
import {shuffle, type Random} from "./random.ts";

/**
 * Makes some clients of an extract the same people as clients of another one: they take the reference and what goes
 * with it from somebody who gave the same answers and, where the date of birth is taken over, is of the age drawn.
 * Throws DictionaryError where there are too few such pairs.
 */
export function shareClients(
  recipe: ExtractRecipe,
  {clients, others, random}: {clients: readonly Answers[]; others: readonly Answers[]; random: Random},
): readonly Answers[] {
  const request = recipe.margins["also-in"];
  if (!request) return clients;
  const place = recipe.locate("also-in");
  for (const name of [...request.agree, ...request.copy]) columnNamed(recipe.layout, name, place);
  const born = bornAmong(recipe, request.copy);
  const keyOf = (client: Answers) => request.agree.map((name) => client[name] ?? "").join("|");
  const waiting = Map.groupBy(shuffle(random.fork("others"), others), keyOf);
  const shared = [...clients];
  let left = request.clients;
  for (const index of shuffle(random.fork("order"), [...clients.keys()])) {
    if (left === 0) return shared;
    const client = itemAt(clients, index);
    const candidates = waiting.get(keyOf(client)) ?? [];
    const at = candidates.findIndex((other) => born === undefined || isOfAge(recipe, {client, other, born}));
    const [twin] = at < 0 ? [] : candidates.splice(at, 1);
    if (!twin) continue;
    shared[index] = {...client, ...Object.fromEntries(request.copy.map((name) => [name, twin[name] ?? ""]))};
    left -= 1;
  }
  if (left === 0) return shared;
  throw impossible(
    place,
    `only ${request.clients - left} clients agree with one of ${request.extract}, not ${request.clients}.`,
  );
}

/** The column of the date of birth, where it is among those that go with a reference. */
export function bornAmong(recipe: ExtractRecipe, copied: readonly string[]): string | undefined {
  return recipe.columns.find(({name, margin}) => margin.kind === "born" && copied.includes(name))?.name;
}

/** Whether somebody born on the other's date has the age that was drawn for a client. */
export function isOfAge(
  recipe: ExtractRecipe,
  {client, other, born}: {client: Answers; other: Answers; born: string},
): boolean {
  const date = other[born];
  return (
    Boolean(date) && String(ageOn(client[recipe.layout.dictionary.period] ?? "", date ?? "")) === client[`${born}.age`]
  );
}
