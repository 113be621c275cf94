import {dayOf, isoOf} from "./calendar.ts";
import type {Answers} from "./client.ts";
import {readCondition} from "./condition.ts";
import {readAsked} from "./drawShares.ts";
import type {Form} from "./form.ts";
import {itemAt} from "./itemAt.ts";
import {impossible} from "./marginsFile.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";
import {shuffle, type Random} from "./random.ts";

type OlderKind = "earlier" | "blank" | "tie" | "exact-tie";

/**
 * All forms of the period: for every client the one that stands for them, and as many older ones, with partly
 * different answers, as make up the published number of forms. Throws DictionaryError where there are too few.
 */
export function drawForms(recipe: ExtractRecipe, clients: readonly Answers[], random: Random): readonly Form[] {
  const older = drawOlderCounts(recipe, clients, random.fork("counts"));
  const kinds = drawKinds(
    recipe,
    older.reduce((sum, count) => sum + count, 0),
    random.fork("kinds"),
  );
  const revise = readRevision(recipe, clients);
  let next = 0;
  return clients.flatMap((client, index) => {
    const form = (answers: Answers, rank: number): Form => ({
      answers,
      received: answers[recipe.layout.dictionary.period] ?? "",
      order: [index, rank],
    });
    const before = Array.from({length: older[index] ?? 0}, (_, rank) => {
      const dated = olderDates(recipe, {client, kind: kinds[next++] ?? "earlier", random});
      return form(revise(dated, random), rank);
    });
    return [...before, form(client, before.length)];
  });
}

/** How many older forms each client has. Clients without the date that orders forms have none. */
function drawOlderCounts(recipe: ExtractRecipe, clients: readonly Answers[], random: Random): readonly number[] {
  const [ordering = recipe.layout.dictionary.period] = recipe.layout.dictionary.standsForClient;
  const groups = recipe.margins.forms.map(({when}, index) =>
    when === undefined ? () => true : readCondition(recipe.layout, when, recipe.locate("forms", index)),
  );
  const older = clients.map(() => 0);
  for (const [group, {count}] of recipe.margins.forms.entries()) {
    const members = clients.flatMap((client, index) =>
      groups.findIndex((holds) => holds(client)) === group ? [index] : [],
    );
    const able = members.filter((index) => clients[index]?.[ordering]);
    const missing = count - members.length;
    if (missing < 0 || missing > able.length * mostOlderForms) {
      const words = `${count} forms are too few or too many for the ${members.length} clients who have them.`;
      throw impossible(recipe.locate("forms", group), words);
    }
    giveOlderForms(older, {able, missing, random});
  }
  return older;
}

/** Nobody has more forms than this beside the one that stands for them. */
const mostOlderForms = 5;

function giveOlderForms(
  older: number[],
  {able, missing, random}: {able: readonly number[]; missing: number; random: Random},
): void {
  const pool = [...able];
  for (let form = 0; form < missing; form++) {
    const place = random.below(pool.length);
    const chosen = itemAt(pool, place);
    const count = (older[chosen] ?? 0) + 1;
    older[chosen] = count;
    // Who has come back once comes back more often; the pool forgets those who have had enough.
    if (count === 1) pool.push(chosen, chosen);
    if (count === mostOlderForms) pool.splice(0, pool.length, ...pool.filter((index) => index !== chosen));
  }
}

function drawKinds({margins}: ExtractRecipe, count: number, random: Random): readonly OlderKind[] {
  const {blank, ties, "exact-ties": exactTies} = margins["older-forms"];
  const special: OlderKind[] = [
    ...Array.from({length: blank}, () => "blank" as const),
    ...Array.from({length: ties}, () => "tie" as const),
    ...Array.from({length: exactTies}, () => "exact-tie" as const),
  ];
  const others = Array.from({length: Math.max(0, count - special.length)}, () => "earlier" as const);
  return shuffle(random, [...special.slice(0, count), ...others]);
}

interface OlderRequest {
  readonly client: Answers;
  readonly kind: OlderKind;
  readonly random: Random;
}

/** The client's answers with the dates of a form that does not stand for them, within the period. */
function olderDates(recipe: ExtractRecipe, {client, kind, random}: OlderRequest): Answers {
  const {period: contactColumn, standsForClient} = recipe.layout.dictionary;
  const [ordering = contactColumn] = standsForClient;
  const first = dayOf(recipe.period.from);
  const contact = dayOf(client[contactColumn] ?? "");
  const dated = (day: number, ordered: string) =>
    move(recipe, {client, days: day - contact, changed: {[ordering]: ordered}});
  if (kind === "exact-tie") return {...client};
  if (kind === "blank" && ordering !== contactColumn)
    return dated(first + random.below(dayOf(recipe.period.to) - first + 1), "");
  // At the very start of the period there is no earlier day: the later line decides.
  if (contact === first) return {...client};
  const day = Math.max(first, contact - 1 - Math.floor(random.next() * random.next() * 150));
  if (ordering === contactColumn) return dated(day, isoOf(day));
  const triage = dayOf(client[ordering] ?? "");
  if (kind === "tie") return dated(day, isoOf(triage));
  return dated(day, isoOf(day + random.below(Math.min(28, triage - day))));
}

/** Moves the dates that follow the contact along with it. */
function move(
  recipe: ExtractRecipe,
  {client, days, changed}: {client: Answers; days: number; changed: Answers},
): Answers {
  const {period} = recipe.layout.dictionary;
  const following = recipe.columns.filter(({margin}) => margin.kind === "days-after").map(({name}) => name);
  const moved: Answers = {...client};
  for (const name of [period, ...following]) moved[name] = client[name] ? isoOf(dayOf(client[name]) + days) : "";
  return {...moved, ...changed};
}

/** Older forms say partly other things: an answer of another client, where the question was asked at all. */
function readRevision(
  recipe: ExtractRecipe,
  clients: readonly Answers[],
): (answers: Answers, random: Random) => Answers {
  const {differ, keep} = recipe.margins["older-forms"];
  const asked = recipe.columns.flatMap(({name, margin}) => {
    const when = "asked-when" in margin ? margin["asked-when"] : undefined;
    return when === undefined ? [] : [{name, holds: readAsked(recipe, name, when)}];
  });
  const free = recipe.columns.filter(
    ({name, margin}) => (margin.kind === "shares" || margin.kind === "options") && !keep.includes(name),
  );
  return (answers, random) => {
    const revised = {...answers};
    for (const {name} of free) {
      const donor = clients[random.below(clients.length)];
      if (random.next() * 100 < differ) revised[name] = donor?.[name] ?? "";
    }
    for (const {name, holds} of asked) if (!holds(revised)) revised[name] = "";
    return revised;
  };
}
