import {listInWords} from "../words/listInWords.ts";
import {lowerFirst} from "../words/letterCase.ts";
import {rowAt, type FigureData, type Panel} from "./figureData.ts";
import {nameInFigure} from "./nameInFigure.ts";
import {isHeldBack} from "./isHeldBack.ts";
import {exactValue, printRow} from "./printRow.ts";
import type {TidyRow} from "./tidyRow.ts";

const fewCategories = 4;

/** How many of many values are told from the top. */
const highestTold = 3;

/**
 * What a figure shows by a kind of chart ("Bar chart"), in one paragraph, for readers who do not see it: every value where they are few, otherwise the
 * highest and lowest, where two populations lie farthest apart, and how many values are withheld. Says nothing
 * that published cells do not say.
 */
export function describeFigure(data: FigureData, spoken: string): string {
  const kind = `${spoken}. ${data.subtitle}.`;
  const panels = data.panels.map((panel) => describePanel(panel, data));
  return [
    kind,
    ...panels,
    describeBenchmarks(data),
    describeDifference(data),
    describeHidden(data),
    ...describeCaveats(data),
    data.rounding ?? "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

interface Named {
  readonly row: TidyRow;
  readonly value: number;
  readonly words: string;
}

/** Published cells but totals, with their categories in words. */
function namedRows({rows}: Panel, {dimensions}: FigureData): readonly Named[] {
  return rows
    .filter(({place}) => place.every(({category}) => category.role !== "total"))
    .flatMap((row) => {
      const value = exactValue(row);
      return value === undefined
        ? []
        : [{row, value, words: row.place.map((place) => nameInFigure(place, dimensions)).join(", ")}];
    });
}

function describePanel(panel: Panel, data: FigureData): string {
  const {panels, mark} = data;
  const named = namedRows(panel, data);
  const heading = panels.length > 1 ? `${panel.heading}: ` : "";
  if (named.length === 0) return `${heading}no value is published.`;
  const say = ({row, words}: Named): string => `${words} ${printRow(row, mark).spoken}`;
  if (named.length <= fewCategories) return `${heading}${named.map(say).join("; ")}.`;
  const answers = named.filter(({row}) => row.place.every(({category}) => category.role !== "not-stated"));
  const ranked = (answers.length > 0 ? answers : named).toSorted((a, b) => b.value - a.value);
  const isPartial = panel.rows.some(({cell}) => isHeldBack(cell)) ? " published" : "";
  const highest = ranked.slice(0, highestTold).map(say);
  const low = sayLowest(ranked.slice(highestTold), {say, print: ({row}) => printRow(row, mark).spoken});
  const lowest = low === undefined ? "" : `; lowest${isPartial}: ${low}`;
  return `${heading === "" ? "Highest" : `${heading}highest`}${isPartial}: ${highest.join("; ")}${lowest}.`;
}

/** The last of a ranking: the one, or that several are printed alike. */
function sayLowest(
  ranked: readonly Named[],
  {say, print}: {readonly say: (named: Named) => string; readonly print: (named: Named) => string},
): string | undefined {
  const last = ranked.at(-1);
  if (last === undefined) return undefined;
  const alike = ranked.filter((named) => print(named) === print(last));
  return alike.length === 1 ? say(last) : `several, ${print(last)}`;
}

function describeBenchmarks({benchmarks, mark}: FigureData): string {
  const said = benchmarks
    .filter(({row: {cell}}) => cell.status === "published")
    .map(({row, name}) => `${lowerFirst(name)} ${printRow(row, mark).spoken}`);
  return said.length === 0 ? "" : `For comparison: ${listInWords(said)}.`;
}

/** The category on which the first two panels are furthest apart. */
function describeDifference(data: FigureData): string {
  const {panels, mark} = data;
  const [first, second] = panels;
  if (first === undefined || second === undefined) return "";
  if (first.query.measure !== second.query.measure) return "";
  const pairs = namedRows(first, data).flatMap(({row, value, words}) => {
    const twin = rowAt(
      second,
      row.place.map(({category}) => category.name),
    );
    const other = twin && exactValue(twin);
    return twin === undefined || other === undefined ? [] : [{row, twin, words, gap: Math.abs(value - other)}];
  });
  const widest = pairs.toSorted((a, b) => b.gap - a.gap)[0];
  if (widest === undefined || pairs.length < 2) return "";
  const [one, other] = [printRow(widest.row, mark).spoken, printRow(widest.twin, mark).spoken];
  if (one === other) return "";
  return `Farthest apart: ${widest.words}, ${first.heading} ${one}, ${second.heading} ${other}.`;
}

function describeHidden(data: FigureData): string {
  return [describeWithheld(data), describeUnreliable(data)].filter((words) => words !== "").join(" ");
}

function describeUnreliable({rows}: FigureData): string {
  const few = rows.filter(({cell}) => cell.status === "unreliable").length;
  if (few === 0) return "";
  return `${few === 1 ? "1 share is" : `${String(few)} shares are`} of too few to be useful.`;
}

function describeWithheld({rows, mark}: FigureData): string {
  const withheld = rows.flatMap(({cell}) => (cell.status === "suppressed" ? [cell] : []));
  if (withheld.length === 0) return "";
  const values = withheld.length === 1 ? "1 value is" : `${String(withheld.length)} values are`;
  const hasSmall = typeof mark !== "string" && withheld.some((cell) => cell.mark === "small");
  const reason = hasSmall ? `; ${mark.small} stands for a small count or what rests on one` : "";
  return `${values} withheld to protect confidentiality${reason}.`;
}

/** Which categories are provisional, or the first after a break, where all their numbers are. */
function describeCaveats(data: FigureData): readonly string[] {
  return [
    describeCaveat(data, "provisional", {all: "All values are provisional.", some: "Some values are provisional."}),
    describeCaveat(data, "break", {all: "All values are from after a break.", some: "Some values are the first after a break."}), // prettier-ignore
  ].filter((sentence) => sentence !== "");
}

/** What is said where all numbers have a caveat, and where no category is that has it alone. */
interface CaveatWords {
  readonly all: string;
  readonly some: string;
}

function describeCaveat(data: FigureData, kind: "provisional" | "break", {all, some}: CaveatWords): string {
  const rows = data.panels.flatMap((panel) => panel.rows).filter(({cell}) => cell.status === "published");
  const has = ({caveats}: TidyRow): boolean => caveats.some((one) => one.kind === kind);
  const own = rows.filter(has);
  if (own.length === 0) return "";
  if (own.length === rows.length) return all;
  const named = data.dimensions.map((_, at) => {
    const places = [...Map.groupBy(rows, ({place}) => place[at]?.category.name).values()];
    const told = places.filter((alike) => alike.every(has));
    return told.flat().length === own.length ? told.flatMap(([row]) => row?.place[at] ?? []) : [];
  });
  const places = named.find((one) => one.length > 0);
  if (places === undefined) return some;
  const words = listInWords(places.map((place) => nameInFigure(place, data.dimensions)));
  return kind === "provisional" ? `Provisional: ${words}.` : `First after a break: ${words}.`;
}
