import {notStated, type Answers} from "./client.ts";
import {dayOf, isoOf, isWeekend} from "./calendar.ts";
import {dealShares} from "./drawShares.ts";
import type {ColumnMargin} from "./marginsSchema.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";
import {pickWeighted, type Random} from "./random.ts";

/** A date of the period for every client, seldom at a weekend. `months` are weights of the period's months in order. */
export function drawPeriodDates(
  recipe: ExtractRecipe,
  {margin}: {margin: Extract<ColumnMargin, {kind: "in-period"}>},
  {clients, random}: Draw,
): readonly string[] {
  const first = dayOf(recipe.period.from);
  const days = Array.from({length: dayOf(recipe.period.to) - first + 1}, (_, index) => first + index);
  const start = monthNumber(recipe.period.from);
  const weights = days.map((day) => {
    const weight = margin.months?.[monthNumber(isoOf(day)) - start] ?? 1;
    return weight * (isWeekend(day) ? 0.1 : 1);
  });
  return clients.map(() => isoOf(days[pickWeighted(random, weights)] ?? first));
}

/** A date some days after another, more often few than many; blank where the margin leaves it unstated. */
export function drawDaysAfter(
  recipe: ExtractRecipe,
  {name, margin}: ColumnRecipe & {margin: Extract<ColumnMargin, {kind: "days-after"}>},
  {clients, random}: Draw,
): readonly string[] {
  const stated = dealShares(recipe, {
    name,
    clients,
    margin: {
      shares: {[notStated]: margin["not-stated"], stated: "rest"},
      leans: [],
      rules: [],
      "asked-when": margin["asked-when"],
    },
    random: random.fork("stated"),
  });
  return clients.map((client, index) =>
    stated[index] === "stated" ? dateAfter(recipe, {margin, client, random}) : "",
  );
}

function dateAfter(
  recipe: ExtractRecipe,
  {margin, client, random}: {margin: Extract<ColumnMargin, {kind: "days-after"}>; client: Answers; random: Random},
): string {
  const after = client[margin.column] ?? "";
  const start = after === "" ? client[recipe.layout.dictionary.period] : after;
  const days = Math.floor(random.next() * random.next() * (margin["up-to"] + 1));
  return start ? isoOf(dayOf(start) + days) : "";
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
}
