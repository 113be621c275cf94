import type {Answers} from "./client.ts";
import {drawBirthDates} from "./drawBirthDates.ts";
import {drawDaysAfter, drawPeriodDates} from "./drawDates.ts";
import {drawOptions} from "./drawOptions.ts";
import {drawShares, readLeans} from "./drawShares.ts";
import {drawTable} from "./drawTable.ts";
import {codesOf, columnNamed} from "./layout.ts";
import type {ColumnMargin} from "./marginsSchema.ts";
import {oddsOf, pickCode} from "./pickCodes.ts";
import type {Draw, ExtractPlan, PlannedColumn} from "./plan.ts";
import type {Random} from "./random.ts";

/**
 * Draws the clients of an extract with the answers of the forms that stand for them: the two-way table first, then
 * column after column in the order of the margins file, each resting on those before it.
 */
export function drawClients(plan: ExtractPlan, random: Random): readonly Answers[] {
  const {table} = plan.margins;
  const clients: Answers[] = table
    ? drawTable(plan, table, random.fork("table")).map((answer) => ({...answer}))
    : Array.from({length: plan.clients}, () => ({}));
  for (const column of plan.columns) {
    const answers = drawColumn(plan, column, {clients, random: random.fork(column.name)});
    for (const [index, client] of clients.entries()) Object.assign(client, answers[index]);
  }
  return clients;
}

function drawColumn(plan: ExtractPlan, column: PlannedColumn, draw: Draw): readonly Answers[] {
  const {name, margin} = column;
  const {clients, random} = draw;
  const named = (answers: readonly string[]) => answers.map((answer) => ({[name]: answer}));
  switch (margin.kind) {
    case "shares":
      return named(drawShares(plan, {...column, margin}, draw));
    case "options":
      return named(drawOptions(plan, {...column, margin}, draw));
    case "spread":
      return named(spread(plan, {...column, margin}, draw));
    case "in-period":
      return named(drawPeriodDates(plan, {margin}, draw));
    case "days-after":
      return named(drawDaysAfter(plan, {...column, margin}, draw));
    case "born":
      return drawBirthDates(plan, {...column, margin}, draw).map(({date, age, band}) => ({
        [name]: date,
        [`${name}.age`]: age,
        [`${name}.band`]: band,
      }));
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
  plan: ExtractPlan,
  {name, margin, place}: PlannedColumn & {margin: Extract<ColumnMargin, {kind: "spread"}>},
  {clients, random}: Draw,
): readonly string[] {
  const column = columnNamed(plan.layout, name, place);
  const leans = readLeans(plan, name, margin.leans);
  return clients.map((client) => {
    const codes = codesOf(plan.layout, column, {key: client[name] ?? "", place});
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
