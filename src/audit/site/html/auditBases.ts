import {measureOf, stated} from "../../../measures/index.ts";
import type {Query, Variable} from "../../../publication/index.ts";
import type {Cell} from "../../../release/index.ts";
import {tellsOf} from "../../tells/registry.ts";
import {populationAsked, type PublicCell} from "../editionInDist.ts";
import type {Findings} from "../finding.ts";
import {numberKey, printedNumbers} from "../../tells/printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import {drawnRows} from "../drawing/drawnRows.ts";
import {omittedCategories, saysOmitted} from "./omittedCategories.ts";
import {attribute, elementsOf, whereStands, textOf, type PageElement} from "./parsePage.ts";

const remedy = "Write the base from the query alone, and build again";

/**
 * Checks the notes on bases under a figure: every query of shares, means or counts has one that names its population and
 * all that narrows or divides the base, every number of a note is the number of the base that its words name, and a note
 * names whatever the text leaves out.
 */
export function auditBases(
  element: PageElement,
  {figure, file}: {figure: ShownFigure; file: string},
  findings: Findings,
): void {
  const notes = elementsOf(element).filter((one) => one.name === "p" && attribute(one, "class") === "base");
  const bases = basesOf(figure);
  const omitted = omittedCategories(figure);
  for (const note of notes) {
    const text = textOf(note).toLowerCase();
    if (bases.some((base) => isTold(base, text)) || saysOmitted(textOf(note), omitted)) continue;
    const what = `"${textOf(note)}" is the base of no query of this figure`;
    findings.add({file, place: whereStands(note), what, remedy});
  }
  const texts = notes.map((note) => textOf(note).toLowerCase());
  for (const base of bases) {
    if (texts.some((text) => isTold(base, text))) continue;
    const what = `no note tells the whole base of "${base[0]?.query.text ?? ""}"`;
    findings.add({file, place: whereStands(element), what, remedy});
  }
  const untold = omitted.find(
    (label) => !notes.some((note) => saysOmitted(textOf(note), omitted) && textOf(note).includes(`“${label}”`)),
  );
  if (untold === undefined) return;
  findings.add({file, place: whereStands(element), what: `no note says that "${untold}" is left out`, remedy});
}

/** The cells of one query, population and edition. */
type BasedCells = readonly PublicCell[];

function basesOf(figure: ShownFigure): readonly BasedCells[] {
  const based = drawnRows(figure).filter(({query}) => tellsOf(query).base !== "none");
  const keyOf = (cell: PublicCell): string =>
    [cell.query.text, populationAsked(cell), cell.release.edition.id].join("|");
  return [...Map.groupBy(based, keyOf).values()];
}

function isTold(cells: BasedCells, note: string): boolean {
  const [first] = cells;
  if (first === undefined) return true;
  const label = first.asked.population?.label.toLowerCase() ?? "";
  const words = [label, ...narrowingWords(first), ...dividingWords(first)];
  return words.every((word) => note.includes(word)) && areNumbersOf(cells, note);
}

/** What narrows a base: all that makes the population a part of another; a share's places that it is among, a number's all. */
function narrowingWords({query, asked}: PublicCell): readonly string[] {
  const variables = asked.population?.variables ?? [];
  const {base} = tellsOf(query);
  const selects = selectingOf(variables);
  const isOwn = ([name]: readonly [string, string]): boolean => base === "of the known" || selects(name);
  const own = {...query.among, ...Object.fromEntries(Object.entries(query.at).filter(isOwn))};
  const places = {...asked.population?.partOf?.at, ...own};
  const number = measureOf(query).numberOf(query);
  const known = [
    ...(number === undefined ? [] : [number]),
    ...(base === "within" && query.amongStated ? [...query.by, ...Object.keys(query.at)] : []),
  ];
  const isSingle = (name: string): boolean => find(variables, name)?.kind !== "multi";
  const dated = [...Object.keys({...places, ...asked.population?.partOf?.at}), ...dividing(query)];
  const days = dated.some(selects) ? [] : [asked.population?.window?.text ?? ""];
  return [
    ...days,
    ...Object.entries(places).map(([name, category]) => placeWords(find(variables, name), category)),
    ...known.filter(isSingle).map((name) => statedWords(find(variables, name)) ?? name),
  ].map((word) => word.toLowerCase());
}

/** Whether a variable tells apart the dates that records are counted by. */
function selectingOf(variables: readonly Variable[]): (name: string) => boolean {
  const selecting = variables.filter(({reads}) => reads?.as === "period" && reads.selects === true);
  return (name) => find(selecting, name) !== undefined;
}

/** Whether a count is of one period, of which the number of all records is no base. */
function isOfOnePeriod({query, asked}: PublicCell): boolean {
  const isAt = Object.keys(query.at).some(selectingOf(asked.population?.variables ?? []));
  return isAt && tellsOf(query).base === "of the population";
}

function placeWords(variable: Variable | undefined, asked: string): string {
  const {label = "", who, categories = []} = variable ?? {};
  if (asked === stated) return statedWords(variable) ?? "";
  if (asked === "yes" && who !== undefined) return `who ${who}`;
  return `${label}: ${categories.find(({name}) => name === asked)?.label ?? asked}`;
}

/** What names a question in the words that its answer is stated. */
function statedWords(variable: Variable | undefined): string | undefined {
  return variable?.who === undefined ? variable?.label : `whether they ${variable.who}`;
}

/** By what a share's base is divided, or the groups of a number. */
function dividingWords({query, asked}: PublicCell): readonly string[] {
  const variables = asked.population?.variables ?? [];
  return dividing(query).map((name) => (statedWords(find(variables, name)) ?? name).toLowerCase());
}

function dividing(query: Query): readonly string[] {
  switch (tellsOf(query).base) {
    case "within":
      return query.within;
    case "of the known":
      return [...query.by, ...query.within];
    case "of the population":
    case "none":
      return [];
  }
}

function find(variables: readonly Variable[], name: string): Variable | undefined {
  return variables.find((one) => one.name === name);
}

/** Each number of a note is the base's own, or of those not stated; of a divided base it stands before its category. */
function areNumbersOf(cells: BasedCells, note: string): boolean {
  const [first] = cells;
  if (first === undefined) return false;
  const isDivided = dividingWords(first).length > 0;
  const hasNone = isDivided || isOfOnePeriod(first);
  const allowed = hasNone ? [] : cells.flatMap(({denominator, missing, group}) => [denominator, missing, group]);
  const keys = new Set(allowed.flatMap(numberOf));
  // The numbers of labels and years are words of the note, not counts.
  const left = wordsWithDigits(first).reduce((text, word) => text.replaceAll(word, " "), note);
  const spent = isDivided ? cells.reduce(withoutPart, left) : left;
  const isSaid =
    hasNone || first.denominator?.status !== "published" || note.includes(`: ${printed(first.denominator)} `);
  return isSaid && printedNumbers(spent).every(({key}) => keys.has(key));
}

/** A note without the number of one group and its words. */
function withoutPart(note: string, {query, asked, denominator}: PublicCell): string {
  const own = query.within.length > 0 ? query.within : query.by;
  const words = asked.place.flatMap(({variable, category}) =>
    own.includes(variable.name) && category !== "total" ? [category.text.toLowerCase()] : [],
  );
  return denominator === undefined ? note : note.replace(`${printed(denominator)} ${words.join(", ")}`, " ");
}

function printed(cell: Cell): string {
  return cell.status === "published" ? cell.value.toLocaleString("en-GB") : "";
}

function numberOf(cell: Cell | undefined): readonly string[] {
  return cell?.status === "published" ? [numberKey(cell.value)] : [];
}

function wordsWithDigits({asked, release}: PublicCell): readonly string[] {
  const variables = asked.population?.variables ?? [];
  const texts = variables.flatMap(({label, who = "", categories}) => [
    label,
    who,
    ...categories.map((one) => one.label),
  ]);
  return [release.edition.period.label, asked.population?.window?.text ?? "", ...texts]
    .filter((text) => /\d/.test(text))
    .map((text) => text.toLowerCase());
}
