import type {Answers} from "./client.ts";
import {itemAt} from "./itemAt.ts";
import {columnNamed} from "./layout.ts";
import {impossible} from "./marginsFile.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";
import {shuffle, type Random} from "./random.ts";
import {bornAmong, isOfAge} from "./shareClients.ts";

/**
 * Makes some rows of an extract rows of people who have another one: they take the reference and what goes with it from a
 * row with the same answers and, where the date of birth is taken over, of the age drawn. Every row is as likely to be
 * followed, those of people who came back before too, so that a few people have many rows.
 * Throws DictionaryError where there are too few such rows.
 */
export function returnClients(
  recipe: ExtractRecipe,
  {clients, random}: {clients: readonly Answers[]; random: Random},
): readonly Answers[] {
  const request = recipe.margins.returns;
  if (!request) return clients;
  const place = recipe.locate("returns");
  for (const name of [...request.agree, ...request.copy]) columnNamed(recipe.layout, name, place);
  const born = bornAmong(recipe, request.copy);
  const keyOf = (client: Answers) => request.agree.map((name) => client[name] ?? "").join("|");
  const order = shuffle(random.fork("order"), [...clients.keys()]);
  const settled = new Map<string, Answers[]>();
  const people = [...clients];
  let left = request.clients;
  for (const [turn, index] of order.entries()) {
    const client = itemAt(clients, index);
    const known = settled.get(keyOf(client)) ?? [];
    const mayReturn = random.next() * (order.length - turn) < left;
    const twin = mayReturn
      ? findFrom(known, random, (other) => !born || isOfAge(recipe, {client, other, born}))
      : undefined;
    if (twin) left -= 1;
    const person = twin
      ? {...client, ...Object.fromEntries(request.copy.map((name) => [name, twin[name] ?? ""]))}
      : client;
    people[index] = person;
    settled.set(keyOf(client), known);
    known.push(person);
  }
  if (left === 0) return people;
  throw impossible(
    place,
    `only ${request.clients - left} rows can be of people who have another, not ${request.clients}.`,
  );
}

/** The first item that fits, from a random one on and round. */
function findFrom<Item>(items: readonly Item[], random: Random, fits: (item: Item) => boolean): Item | undefined {
  const start = random.below(Math.max(items.length, 1));
  const at = items.findIndex((item, index) => index >= start && fits(item));
  return at < 0 ? items.slice(0, start).find(fits) : items[at];
}
