import type {Answers} from "./client.ts";
import {drawBirthDates} from "./drawBirthDates.ts";
import {drawDaysAfter, drawPeriodDates} from "./drawDates.ts";
import {drawNumbers} from "./drawNumbers.ts";
import {drawOptions} from "./drawOptions.ts";
import {drawShares, readLeans} from "./drawShares.ts";
import {drawTable} from "./drawTable.ts";
import {codesNamed, columnNamed} from "./layout.ts";
import type {ColumnMargin} from "./columnMarginSchema.ts";
import {oddsOf, pickCode} from "./pickCodes.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";
import type {Random} from "./random.ts";

/**
 * Draws the clients of an extract with the answers of the forms that stand for them: the two-way table first, then
 * column after column in the order of the margins file, each resting on those before it.
 */
export function drawClients(recipe: ExtractRecipe, random: Random): readonly Answers[] {
  const {table} = recipe.margins;
  const clients: Answers[] = table
    ? drawTable(recipe, table, random.fork("table")).map((answer) => ({...answer}))
    : Array.from({length: recipe.clients}, () => ({}));
  for (const column of recipe.columns) {
    const answers = drawColumn(recipe, column, {clients, random: random.fork(column.name)});
    for (const [index, client] of clients.entries()) Object.assign(client, answers[index]);
  }
  return clients;
}

function drawColumn(recipe: ExtractRecipe, column: ColumnRecipe, draw: Draw): readonly Answers[] {
  const {name, margin} = column;
  const {clients, random} = draw;
  const named = (answers: readonly string[]) => answers.map((answer) => ({[name]: answer}));
  switch (margin.kind) {
    case "shares":
      return named(drawShares(recipe, {...column, margin}, draw));
    case "options":
      return named(drawOptions(recipe, {...column, margin}, draw));
    case "spread":
      return named(spread(recipe, {...column, margin}, draw));
    case "in-period":
      return named(drawPeriodDates(recipe, {margin}, draw));
    case "days-after":
      return named(drawDaysAfter(recipe, {...column, margin}, draw));
    case "born":
      return drawBirthDates(recipe, {...column, margin}, draw).map(({date, age, band}) => ({
        [name]: date,
        [`${name}.age`]: age,
        [`${name}.band`]: band,
      }));
    case "number":
      return named(drawNumbers(recipe, {...column, margin}, draw));
    case "reference":
      return named(drawReferences(margin.prefix, clients.length, random));
    case "letter":
      return named(clients.map(() => String.fromCharCode(65 + random.below(26))));
    case "serial":
      return named(clients.map(() => ""));
  }
}

/** Turns the names of a two-way table into codes: one of its places stands for each group of them. */
function spread(
  recipe: ExtractRecipe,
  {name, margin, place}: ColumnRecipe & {margin: Extract<ColumnMargin, {kind: "spread"}>},
  {clients, random}: Draw,
): readonly string[] {
  const column = columnNamed(recipe.layout, name, place);
  const leans = readLeans(recipe, name, margin.leans);
  return clients.map((client) => {
    const codes = codesNamed(recipe.layout, column, {key: client[name] ?? "", place});
    return pickCode(codes, {weights: margin.weights, odds: (code) => oddsOf(leans, client, code)}, random);
  });
}

/** Client references that nobody has: a prefix and eight hexadecimal digits, each once. */
export function drawReferences(prefix: string, count: number, random: Random): readonly string[] {
  const references = new Set<string>();
  while (references.size < count) {
    references.add(
      `${prefix}${Math.floor(random.next() * 4294967296)
        .toString(16)
        .toUpperCase()
        .padStart(8, "0")}`,
    );
  }
  return [...references];
}
