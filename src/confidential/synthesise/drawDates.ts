import {notStated, type Answers} from "./client.ts";
import {dayOf, isoOf, isWeekend} from "./calendar.ts";
import {dealShares} from "./drawShares.ts";
import type {ColumnMargin} from "./marginsSchema.ts";
import type {Draw, ExtractPlan, PlannedColumn} from "./plan.ts";
import {pickWeighted, type Random} from "./random.ts";

/** A date of the period for every client, seldom at a weekend. `months` are weights of the period's months in order. */
export function drawPeriodDates(
  plan: ExtractPlan,
  {margin}: {margin: Extract<ColumnMargin, {kind: "in-period"}>},
  {clients, random}: Draw,
): readonly string[] {
  const first = dayOf(plan.period.from);
  const days = Array.from({length: dayOf(plan.period.to) - first + 1}, (_, index) => first + index);
  const start = monthNumber(plan.period.from);
  const weights = days.map((day) => {
    const weight = margin.months?.[monthNumber(isoOf(day)) - start] ?? 1;
    return weight * (isWeekend(day) ? 0.1 : 1);
  });
  return clients.map(() => isoOf(days[pickWeighted(random, weights)] ?? first));
}

/** A date some days after another, more often few than many; blank where the margin leaves it unstated. */
export function drawDaysAfter(
  plan: ExtractPlan,
  {name, margin}: PlannedColumn & {margin: Extract<ColumnMargin, {kind: "days-after"}>},
  {clients, random}: Draw,
): readonly string[] {
  const stated = dealShares(plan, {
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
  return clients.map((client, index) => (stated[index] === "stated" ? dateAfter(plan, {margin, client, random}) : ""));
}

function dateAfter(
  plan: ExtractPlan,
  {margin, client, random}: {margin: Extract<ColumnMargin, {kind: "days-after"}>; client: Answers; random: Random},
): string {
  const after = client[margin.column] ?? "";
  const start = after === "" ? client[plan.layout.dictionary.period] : after;
  const days = Math.floor(random.next() * random.next() * (margin["up-to"] + 1));
  return start ? isoOf(dayOf(start) + days) : "";
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
}
