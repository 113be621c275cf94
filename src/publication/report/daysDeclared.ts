import type {YamlValue} from "../source/readYaml.ts";
import type {Break, Policy} from "../document/publication.ts";
import {nameRemedy} from "../nearestName.ts";
import {publicationFault} from "../PublicationError.ts";
import {isWholeMonths, periodsWithin} from "../period/periodsWithin.ts";
import {windowOf} from "../period/windowOf.ts";
import type {ReportContent, TemplateContent} from "./reportSchema.ts";

/** Looking back is for forms: one form of a client can stand for the client in one stretch of time alone. */
export function checkHistory(
  extract: string,
  {value, positionOf}: YamlValue<ReportContent>,
  {populations}: TemplateContent,
): void {
  const position = positionOf(["history", extract]);
  const counted = Object.values(populations).map((one) => one.extract);
  if (!counted.includes(extract)) {
    throw publicationFault(`no population counts an extract "${extract}"`, nameRemedy(extract, counted), position);
  }
  const begins = value.history[extract] ?? "";
  if (begins >= value.period.from) {
    const what = `a history of "${extract}" that begins on ${begins} looks back to nothing before the period`;
    throw publicationFault(what, `Write a day before ${value.period.from}, or leave it out`, position);
  }
  const client = Object.entries(populations).find(
    ([, one]) => one.extract === extract && one.one === "client" && one.each === undefined,
  );
  if (client === undefined) return;
  const what = `"${client[0]}" counts clients of "${extract}", and of its history one form a client would stand for years`;
  throw publicationFault(
    what,
    "Count forms there (one: form), or clients once in each quarter (each: quarter), or leave the history out",
    position,
  );
}

/** Clients that are counted once in each month or quarter are counted in whole ones. */
export function checkStretches({value, positionOf}: YamlValue<ReportContent>, {populations}: TemplateContent): void {
  for (const [name, {extract, each}] of Object.entries(populations)) {
    if (each === undefined) continue;
    const {from, to} = windowOf(value, extract);
    const kind = each === "month" ? ({in: "month"} as const) : ({in: "quarter", year: "calendar"} as const);
    if (isWholeMonths({from, to}) && periodsWithin(kind, {from, to}).every(({isWhole}) => isWhole)) continue;
    const what = `"${name}" counts clients once each ${each}, and the days from ${from} to ${to} are no whole ${each}s`;
    throw publicationFault(
      what,
      `Let the period, or the history, begin and end with a ${each}`,
      positionOf(["period"]),
    );
  }
}

/** A count of nobody that is hidden would leave quarters possible in which forms were superseded by none. */
export function checkZeros(
  {value, positionOf}: YamlValue<ReportContent>,
  {populations}: TemplateContent,
  {zeros}: Pick<Policy, "zeros">,
): void {
  const [name] = Object.entries(populations).find(([, {each}]) => each !== undefined) ?? [];
  if (name === undefined || zeros === "shown") return;
  const what = `"${name}" counts clients anew in each month or quarter, and the policy of ${value.template} hides counts of nobody`;
  throw publicationFault(what, "Write zeros: shown into policy.yaml, or leave each out", positionOf(["template"]));
}

/** What may still change lies among the days that are counted, to the last of them. */
export function checkProvisional(
  extract: string,
  {value, positionOf}: YamlValue<ReportContent>,
  {populations}: TemplateContent,
): void {
  const counted = Object.values(populations).map((one) => one.extract);
  if (!counted.includes(extract)) {
    const position = positionOf(["provisional", extract]);
    throw publicationFault(`no population counts an extract "${extract}"`, nameRemedy(extract, counted), position);
  }
  const begins = value.provisional[extract]?.from ?? "";
  const {from, to} = windowOf(value, extract);
  if (begins >= from && begins <= to) return;
  const what = `numbers of "${extract}" cannot be provisional from ${begins} on: its forms are counted from ${from} to ${to}`;
  throw publicationFault(what, "Write one of these days", positionOf(["provisional", extract, "from"]));
}

/**
 * The breaks of an edition with their places. Throws PublicationError where one is of an extract that is not counted, or has a
 * day before which nothing is counted.
 */
export function readBreaks(
  {value, positionOf}: YamlValue<ReportContent>,
  {populations}: TemplateContent,
): readonly Break[] {
  const counted = Object.values(populations).map(({extract}) => extract);
  return value.breaks.map(({because, variable, extract, from}, index) => {
    const position = positionOf(["breaks", index, from === undefined ? "because" : "from"]);
    if (extract !== undefined && !counted.includes(extract)) {
      throw publicationFault(`no population counts an extract "${extract}"`, nameRemedy(extract, counted), position);
    }
    const windows = (extract === undefined ? counted : [extract]).map((one) => windowOf(value, one));
    if (from !== undefined && !windows.some((window) => window.from < from && from <= window.to)) {
      const what = `a break on ${from} lies between no days that this edition counts`;
      throw publicationFault(what, "Correct the day, or leave it out where the edition before was the last of the old kind", position); // prettier-ignore
    }
    return {
      because,
      position,
      ...(variable !== undefined && {variable}),
      ...(extract !== undefined && {extract}),
      ...(from !== undefined && {from}),
    };
  });
}
