import {parse} from "csv-parse/sync";
import {directivesOf, type Query} from "../../../publication/index.ts";
import {differenceOf, textOfField, type PlacedCell, type Difference} from "../../../release/index.ts";
import {cellsOf, type EditionInDist} from "../editionInDist.ts";
import type {Findings} from "../finding.ts";

type Row = Readonly<Record<string, string>>;

/** Holds the file of differences against the text and the releases: the same pairs in the same order, and their numbers. */
export function auditDifferences(
  {file, text, edition}: {file: string; text: string; edition: EditionInDist},
  findings: Findings,
): void {
  const rows: readonly Row[] = parse(text, {columns: true, cast: textOfField});
  const pairs = edition.publication.chapters.flatMap((chapter) =>
    directivesOf(chapter).flatMap((one) => (one.kind === "difference" ? [[one.left, one.right] as const] : [])),
  );
  const remedy = "Write the file from the release again: build again";
  for (const [index, row] of rows.entries()) {
    const numbers = Object.entries(row).filter(([name, field]) => isNumber(name) && field !== "");
    findings.count("CSV", numbers.length);
    const pair = pairs[index];
    const right = pair && expectedOf(pair, edition);
    const wrong = Object.entries(right ?? {}).filter(([name, field]) => row[name] !== field);
    const place = `row ${String(index + 2)}`;
    if (right === undefined) findings.add({file, place, what: "the text prints no such difference", remedy});
    for (const [name] of wrong) {
      findings.add({file, place, what: `${name} is not what the released counts give for this pair`, remedy});
    }
  }
  if (rows.length >= pairs.length) return;
  findings.add({file, place: "the whole file", what: "a difference of the text is missing", remedy});
}

function isNumber(name: string): boolean {
  return /(?:difference|lower|upper)$/.test(name);
}

function expectedOf([left, right]: readonly [Query, Query], edition: EditionInDist): Row {
  const [one, other] = [placeOf(left, edition), placeOf(right, edition)];
  const {among, amongAnswered} = (one && other && differenceOf(one, other)) ?? {};
  return {
    left: left.text,
    right: right.text,
    ...(one && {unit: unitOf(one)}),
    ...numbersOf("", among),
    ...numbersOf("answered_", amongAnswered),
  };
}

/** Shares are told in percentage points, means in what their number is counted in. */
function unitOf({address, release}: PlacedCell): string {
  const population = release.vocabulary.populations.find(({name}) => name === address.population);
  const number = "variable" in address ? population?.variables.find(({name}) => name === address.variable) : undefined;
  return number?.unit ?? "percentage points";
}

function placeOf(query: Query, edition: EditionInDist): PlacedCell | undefined {
  const [found] = cellsOf(query, edition);
  if (found?.cell.status !== "published") return undefined;
  return {address: found.asked.address, cell: found.cell, release: found.release};
}

function numbersOf(prefix: string, difference: Difference | undefined): Row {
  const write = (number: number | undefined): string =>
    number === undefined ? "" : String(Number(number.toFixed(difference?.decimals))).replace(/^-0$/, "0");
  return {
    [`${prefix}difference`]: write(difference?.amount),
    [`${prefix}lower`]: write(difference?.lower),
    [`${prefix}upper`]: write(difference?.upper),
  };
}
