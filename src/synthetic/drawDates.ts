import {notStated, type Answers} from "./client.ts";
import {dayOf, isoOf, isWeekend} from "./calendar.ts";
import {dealShares} from "./drawShares.ts";
import type {ColumnMargin, DaysBetween} from "./columnMarginSchema.ts";
import {readCondition} from "./condition.ts";
import {impossible, type MarginsPlace} from "./marginsFile.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";
import {pickWeighted, type Random} from "./random.ts";

type DaysAfterMargin = Extract<ColumnMargin, {kind: "days-after"}>;

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

/**
 * A date some days after another, or after that of the period where the other has none; blank where the margin leaves it
 * unstated, and where the extract was made before it came. Throws DictionaryError for days that cannot be.
 */
export function drawDaysAfter(
  recipe: ExtractRecipe,
  {name, margin}: ColumnRecipe & {margin: DaysAfterMargin},
  {clients, random}: Draw,
): readonly string[] {
  const {leans, rules, "asked-when": asked} = margin;
  const stated = dealShares(recipe, {
    name,
    clients,
    margin: {shares: {[notStated]: margin["not-stated"], stated: "rest"}, leans, rules, "asked-when": asked},
    random: random.fork("stated"),
  });
  const dateAfter = readDateAfter(recipe, {name, margin});
  return clients.map((client, index) => (stated[index] === "stated" ? dateAfter(client, random) : ""));
}

function readDateAfter(
  recipe: ExtractRecipe,
  {name, margin}: {name: string; margin: DaysAfterMargin},
): (client: Answers, random: Random) => string {
  checkDays(margin, recipe.locate("columns", name));
  const spans = margin.spans.map((span, index) => {
    const place = recipe.locate("columns", name, "spans", index);
    checkDays(span, place);
    return {span, holds: readCondition(recipe.layout, span.when, place)};
  });
  const {taken} = recipe.margins;
  return (client, random) => {
    const span = spans.find(({holds}) => holds(client))?.span ?? margin;
    const after = client[margin.column] ?? "";
    const start = after === "" ? client[recipe.layout.dictionary.period] : after;
    if (!start) return "";
    const date = isoOf(dayOf(start) + daysOf(span, random));
    return taken !== undefined && date > taken ? "" : date;
  };
}

function checkDays({"at-least": least, typical = least, "up-to": most}: DaysBetween, place: MarginsPlace): void {
  if (least <= typical && typical <= most) return;
  throw impossible(place, `at-least (${least}), typical (${typical}) and up-to (${most}) days must not fall.`);
}

/**
 * Days within the span's bounds. With a typical one they follow a log-logistic distribution of shape 2, as waiting
 * times do: half take no longer, a tenth three times as long; its quantile is a square root, the same on every machine.
 */
function daysOf({"at-least": least, typical, "up-to": most}: DaysBetween, random: Random): number {
  if (typical === undefined) return least + Math.floor(random.next() * random.next() * (most - least + 1));
  const halfBy = typical - least + 1;
  const reach = ((most - least + 1) / halfBy) ** 2;
  const part = (random.next() * reach) / (1 + reach);
  return least + Math.floor(halfBy * Math.sqrt(part / (1 - part)));
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
}
