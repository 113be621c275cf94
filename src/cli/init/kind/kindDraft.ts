import type {DraftedExtract} from "../../../confidential/index.ts";
import {isWholeMonths, type Period} from "../../../publication/index.ts";
import {capital, nameEach, titleOfColumn, wordsOfTitle} from "./nameThings.ts";

/** A kind of report to be written, and what its extracts seem to hold. */
export interface KindDraft {
  /** Folder below templates/. */
  readonly kind: string;
  readonly period: Period;
  readonly extracts: readonly NamedExtract[];
}

/** An extract with the names that the report's files give to what is in it. */
export interface NamedExtract {
  readonly name: string;
  /** Path, as report.yaml has it. */
  readonly file: string;
  readonly dictionary: string;
  /** As it stands in a sentence: "visits". */
  readonly records: string;
  readonly drafted: DraftedExtract;
  readonly columns: readonly NamedColumn[];
  readonly populations: readonly NamedPopulation[];
  /** Into which periods the date that selects them is divided. */
  readonly periods: readonly ("month" | "quarter")[];
}

/** A column with its title, its variable and, where it holds codes, their list. */
export interface NamedColumn {
  readonly column: DraftedExtract["columns"][number];
  readonly title: string;
  readonly variable: string;
  readonly list: string;
}

/** What is counted of an extract. */
export interface NamedPopulation {
  readonly name: string;
  readonly label: string;
  readonly one: "client" | "form";
}

/** An extract as it was drafted, before anything in it has a name. */
export interface UnnamedExtract {
  readonly name: string;
  readonly file: string;
  readonly drafted: DraftedExtract;
}

/** Gives names to what was drafted. */
export function nameKind(kind: string, period: Period, extracts: readonly UnnamedExtract[]): KindDraft {
  const isOnly = extracts.length === 1;
  return {kind, period, extracts: extracts.map((extract) => nameExtract(extract, {kind, period, isOnly}))};
}

function nameExtract(
  {name, file, drafted}: UnnamedExtract,
  {kind, period, isOnly}: {kind: string; period: Period; isOnly: boolean},
): NamedExtract {
  const dictionary = name === kind ? kind : `${kind}-${name}`;
  const titles = drafted.columns.map(({name: header}) => titleOfColumn(header));
  const variables = nameEach(titles, "answer");
  const letters = wordsOfTitle(name.replaceAll("-", " "));
  const records = letters === "answer" ? "records" : letters;
  const forms = {name, label: records, one: "form"} as const;
  const clients = {
    name: isOnly && name !== "clients" ? "clients" : `${name}-clients`,
    label: isOnly ? "clients" : `clients of ${records}`,
    one: "client",
  } as const;
  return {
    name,
    file,
    dictionary,
    records,
    drafted,
    columns: drafted.columns.map((column, at) => {
      const variable = variables[at] ?? "";
      return {column, title: titles[at] ?? "", variable, list: `${dictionary}-${variable}`};
    }),
    // Where nobody comes twice, records and clients are the same.
    populations: drafted.isRepeated ? [forms, clients] : [forms],
    periods: isWholeMonths(period) ? ["month", "quarter"] : [],
  };
}

/** The heading of a population in tables. */
export function headingOf({label}: NamedPopulation): string {
  return capital(label);
}
