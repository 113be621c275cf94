import {parse} from "csv-parse/sync";
import {textOfField} from "../../../release/index.ts";
import {auditText} from "../auditText.ts";
import {caveatsInFile, caveatsTold} from "../caveats.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {Findings} from "../finding.ts";
import {printedNumbers} from "../../tells/printedNumbers.ts";
import {showsMadeUp} from "../madeUp.ts";
import type {EditionScopes, ShownFigure} from "../scope.ts";
import {isPartlyWithheld} from "../drawing/auditOrder.ts";
import {standingsInFile} from "../html/auditStanding.ts";
import {drawnRows, innerRows, rowKey} from "../drawing/drawnRows.ts";
import {downloadKey, rowPlaceKey} from "./downloadKey.ts";

const remedy = "Write the file from the release again: build again, and never edit a file of the site by hand";

export interface AuditedCsv {
  readonly file: string;
  readonly text: string;
  readonly scopes: EditionScopes;
  /** The figure that the file belongs to; none for the file of all figures, whose rows name theirs. */
  readonly figure?: ShownFigure;
  readonly phrases: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** Compares every row of a download with the released cell that it names: status, value and counts, no more and no less. */
export function auditCsv(csv: AuditedCsv, findings: Findings): void {
  const rows: readonly Row[] = parse(csv.text, {
    columns: true,
    bom: true,
    relaxColumnCount: false,
    cast: textOfField,
  });
  const seen = new Map<ShownFigure, string[]>();
  const places = placesOf(csv.scopes);
  for (const [index, row] of rows.entries()) {
    const place = `row ${String(index + 2)}`;
    const numbers = Object.values(row).reduce((sum, field) => sum + printedNumbers(field).length, 0);
    findings.count("CSV", numbers);
    const figure = csv.figure ?? csv.scopes.figures.get(row.shown_in?.split(" ").at(-1) ?? "");
    const key = rowPlaceKey(row, csv.scopes.edition.release.edition.id);
    const named = (figure && places.get(figure)?.get(key)) ?? [];
    const [first] = named;
    if (figure === undefined || first === undefined) {
      findings.add({file: csv.file, place, what: "the row names no released cell of its figure", remedy});
      continue;
    }
    const keys = seen.get(figure) ?? [];
    keys.push(rowKey(first));
    seen.set(figure, keys);
    auditRow(row, {figure, named, place, csv}, findings);
  }
  for (const [figure, keys] of seen) auditOrderOfRows(figure, keys, {file: csv.file, findings});
}

interface NamedRow {
  readonly figure: ShownFigure;
  readonly named: readonly PublicCell[];
  readonly place: string;
  readonly csv: AuditedCsv;
}

function auditRow(row: Row, {figure, named, place, csv}: NamedRow, findings: Findings): void {
  const {file, phrases, scopes} = csv;
  const found = named.map((cell) => [
    ...wrongColumns(row, cell),
    ...wrongStanding(row, cell, figure),
    ...wrongCaveats(row, caveatsInFile(caveatsTold(cell, figure, scopes.edition.publication.report.breaks))),
  ]);
  const wrong = found.toSorted((a, b) => a.length - b.length)[0] ?? [];
  for (const what of wrong) findings.add({file, place, what, remedy});
  auditText({text: row.unit ?? "", file, place, kind: "CSV", numbers: new Set(), phrases}, findings);
}

/** What of a row the release says otherwise. */
function wrongColumns(row: Row, {cell, denominator, missing, query, release}: PublicCell): readonly string[] {
  const value = cell.status === "published" ? String(cell.value) : "";
  const bound = (name: "lower" | "upper"): string => (cell.status === "published" ? String(cell[name] ?? "") : "");
  const count = (beside: PublicCell["denominator"]): string =>
    beside?.status === "published" ? String(beside.value) : "";
  const expected = {
    status: cell.status,
    value,
    count: cell.status === "published" || cell.status === "unreliable" ? String(cell.count ?? "") : "",
    denominator: count(denominator),
    missing: count(missing),
    lower: bound("lower"),
    upper: bound("upper"),
    mark: cell.status === "suppressed" ? (cell.mark ?? "") : "",
    synthetic: showsMadeUp(query, release) ? "yes" : "no",
  };
  const isWithheld = cell.status === "suppressed" && (row.value ?? "") !== "";
  const isUnsaid = expected.synthetic === "yes" && row.synthetic === undefined;
  const others = Object.entries(expected).filter(([name, right]) => row[name] !== undefined && row[name] !== right);
  const names = [...others.map(([name]) => name), ...(isUnsaid ? ["synthetic"] : [])];
  return names.map((name) =>
    name === "value" && isWithheld
      ? "the release withholds this cell and the row holds a value"
      : `${name} is not what the release says of this cell`,
  );
}

/** What a row tells of its number is what has to be told. */
function wrongCaveats({caveat = ""}: Row, right: readonly string[]): readonly string[] {
  const said = new Set(caveat === "" ? [] : caveat.split("; "));
  return said.symmetricDifference(new Set(right)).size === 0 ? [] : ["caveat is not what the release says of its days"];
}

/** How the number of a row stands to what its table holds it against has to follow from the released numbers. */
function wrongStanding(row: Row, cell: PublicCell, figure: ShownFigure): readonly string[] {
  const said = [row.standing ?? "", row.held_against ?? ""];
  const isRight = standingsInFile(cell, figure).some((right) => right.every((words, at) => words === said[at]));
  return isRight ? [] : ["standing is not what the released numbers bear out"];
}

/** The cells of a figure by the place that they have in a download. */
type Places = ReadonlyMap<string, readonly PublicCell[]>;

function placesOf({figures}: EditionScopes): ReadonlyMap<ShownFigure, Places> {
  return new Map([...figures.values()].map((figure) => [figure, Map.groupBy(figure.cells, downloadKey)]));
}

/** Rows in another order than the published one rank their cells. */
function auditOrderOfRows(
  figure: ShownFigure,
  keys: readonly string[],
  {file, findings}: {file: string; findings: Findings},
): void {
  if (!isPartlyWithheld(innerRows(drawnRows(figure)))) return;
  const order = new Map(figure.cells.map((cell, index) => [rowKey(cell), index]));
  const places = keys.map((key) => order.get(key) ?? 0);
  if (places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))) return;
  const what = "rows are sorted although a number among them is withheld: its place tells what the mark hides";
  findings.add({file, place: `rows of ${figure.block.id}`, what, remedy});
}
