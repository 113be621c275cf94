import {notStated} from "./client.ts";
import {dealShares, readAsked} from "./drawShares.ts";
import {itemAt} from "./itemAt.ts";
import {codesNamed, columnNamed} from "./layout.ts";
import type {ColumnMargin} from "./columnMarginSchema.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";
import {shuffle, type Random} from "./random.ts";
import {shareBounds} from "./shareBounds.ts";

type OptionsMargin = Extract<ColumnMargin, {kind: "options"}>;

/**
 * Answers to a question with several answers, separated as the dictionary says. Shares of the options are of all who
 * are asked; everyone who answers has one at least.
 */
export function drawOptions(
  recipe: ExtractRecipe,
  {name, margin, place}: ColumnRecipe & {margin: OptionsMargin},
  {clients, random}: Draw,
): readonly string[] {
  const column = columnNamed(recipe.layout, name, place);
  const common = {leans: margin.leans, rules: []};
  const asked = readAsked(recipe, name, margin["asked-when"]);
  const base = clients.filter(asked).length;
  const whoAnswers = dealShares(recipe, {
    name,
    clients,
    margin: {...common, "asked-when": margin["asked-when"], shares: {stated: margin.stated, [notStated]: "rest"}},
    random: random.fork("stated"),
  });
  const stated = clients.flatMap((_, index) => (whoAnswers[index] === "stated" ? [index] : []));
  const chosen = new Map(stated.map((index) => [index, new Set<string>()]));
  for (const [key, share] of Object.entries(margin.options)) {
    const [code] = codesNamed(recipe.layout, column, {key, place: recipe.locate("columns", name, "options", key)});
    const {from, to, aim = to} = shareBounds(share, base);
    const count = Math.min(
      to,
      Math.max(from, Math.round(aim + (random.next() - 0.5) * (to - from) * (typeof share === "number" ? 0 : 0.6))),
    );
    const takes = dealShares(recipe, {
      name,
      clients: stated.map((index) => itemAt(clients, index)),
      margin: {...common, shares: {[key]: {clients: count}, others: "rest"}},
      random: random.fork(key),
    });
    for (const [position, index] of stated.entries())
      if (takes[position] === key) chosen.get(index)?.add(code?.code ?? "");
  }
  giveEveryoneOne(chosen, random.fork("repair"));
  const order = column.codes.map(({code}) => code);
  const separator = column.type === "codes" ? column.separator : ";";
  return clients.map((_, index) => order.filter((code) => chosen.get(index)?.has(code)).join(separator));
}

/** Moves single options from clients who have several to clients who have none, which keeps the counts. */
function giveEveryoneOne(chosen: ReadonlyMap<number, Set<string>>, random: Random): void {
  const givers = shuffle(
    random,
    [...chosen.values()].filter(({size}) => size > 1),
  );
  for (const options of chosen.values()) {
    if (options.size > 0) continue;
    const giver = givers.findLast(({size}) => size > 1);
    const [given] = shuffle(random, [...(giver ?? [])].sort());
    if (giver === undefined || given === undefined) return;
    giver.delete(given);
    options.add(given);
    while (givers.at(-1)?.size === 1) givers.pop();
  }
}
