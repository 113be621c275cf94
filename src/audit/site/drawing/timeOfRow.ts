import {monthNames} from "../../../publication/index.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import type {DrawnScale} from "./DrawnScale.ts";

const day = 86_400_000;
const month = monthNames.join("|");
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => readonly [from: number, to: number]])[] = [
  [/^(\d{4})$/, ([year]) => [monthOf(year, 0), monthOf(year, 12)]],
  [/^(\d{4})\/\d\d$/, ([year]) => [monthOf(year, 3), monthOf(year, 15)]],
  [/^Q([1-4]) (\d{4})$/, ([quarter, year]) => quarterOf(monthOf(year, 0), quarter)],
  [/^Q([1-4]) (\d{4})\/\d\d$/, ([quarter, year]) => quarterOf(monthOf(year, 3), quarter)],
  [new RegExp(`^(?:(?:[Yy]ear|12 months) ending )?(${month}) (\\d{4})$`), ([name, year]) => single(name, year)],
  [
    new RegExp(`^(${month}) to (${month}) (\\d{4})$`),
    ([first, last, year]) => [single(first, year)[0], single(last, year)[1]],
  ],
  [
    new RegExp(`^(${month}) (\\d{4}) to (${month}) (\\d{4})$`),
    ([first, from, last, to]) => [single(first, from)[0], single(last, to)[1]],
  ],
];

/** The middle day of the period that a cell is of, in milliseconds; NaN where no label of its place names a period. */
export function timeOfRow({asked}: PublicCell): number {
  const times = asked.place.map(({category}) => (category === "total" ? NaN : timeOfLabel(category.label)));
  return times.find((time) => !Number.isNaN(time)) ?? NaN;
}

/** A day on a scale of time, in px. */
export function placeOfTime({domain, range}: DrawnScale, time: number): number {
  const [[from = NaN, to = NaN], [start = NaN, end = NaN]] = [domain.map((one) => Date.parse(one)), range.map(Number)];
  return start + ((time - from) / (to - from)) * (end - start);
}

/** The first days of the months that the figure's text names for its milestones, and these months in words. */
export function milestonesOf({block}: ShownFigure): readonly {readonly time: number; readonly words: string}[] {
  const listed: unknown = block.kind === "figure" ? block.options.milestones : undefined;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((one: unknown) => {
    const at = typeof one === "object" && one !== null && "at" in one ? String(one.at) : "";
    const [, year, number] = /^(\d{4})-(\d\d)$/.exec(at) ?? [];
    const name = monthNames[Number(number) - 1];
    return name === undefined ? [] : [{time: Date.parse(`${at}-01`), words: `${name} ${year ?? ""}`}];
  });
}

function timeOfLabel(label: string): number {
  const [found] = forms.flatMap(([pattern, read]) => {
    const parts = pattern.exec(label);
    return parts === null ? [] : [read(parts.slice(1))];
  });
  if (found === undefined) return NaN;
  const [from, to] = found.map((one) => Date.UTC(1900, one));
  return day * Math.floor(((from ?? NaN) + (to ?? NaN)) / (2 * day));
}

/** Months since January 1900. */
function monthOf(year: string | undefined, number: number): number {
  return (Number(year) - 1900) * 12 + number;
}

function quarterOf(start: number, quarter: string | undefined): readonly [number, number] {
  return [start + 3 * (Number(quarter) - 1), start + 3 * Number(quarter)];
}

function single(name: string | undefined, year: string | undefined): readonly [number, number] {
  const at = monthOf(
    year,
    monthNames.findIndex((one) => one === name),
  );
  return [at, at + 1];
}
