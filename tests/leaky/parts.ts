import {expandQuery, parseQuery} from "../../src/publication/index.ts";
import type {Release} from "../../src/release/index.ts";
import type {SmallReport} from "./peopleProject.ts";
import {answersOf, type Kind, type Row} from "./rangeOf.ts";

/** Parts of the clients, with who is of each as a reader understands its conditions. */
export const parts: Readonly<Record<string, {readonly where: string; readonly holds: (kind: Kind) => boolean}>> = {
  "heroin-users": {where: "{main: [heroin]}", holds: ({d1}) => d1 === "H"},
  "hard-users": {where: "{main: [heroin, crack]}", holds: ({d1}) => d1 === "H" || d1 === "C"},
  "not-cannabis": {where: "{main: {not: [cannabis, not-stated]}}", holds: ({d1}) => ["H", "C", "L"].includes(d1 ?? "")},
  "drug-known": {where: "{main: {not: [not-stated]}}", holds: ({d1}) => ["H", "C", "G", "L"].includes(d1 ?? "")},
  "younger-men": {
    where: "{sex: [men], age-group: [young, middle]}",
    holds: ({sex, age}) => sex === "M" && typeof age === "number" && age < 45,
  },
  advised: {where: "{wants: [advice]}", holds: ({wants = ""}) => wants.split(";").includes("A")},
  "problem-users": {where: "{problem: [yes]}", holds: (kind) => answersOf(kind).problem?.includes("yes") === true},
};

/** A grouping of the template: what each of its groups is of. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  street: ["heroin", "crack"],
  legal: ["cannabis", "alcohol"],
};

/** The template with the parts, and with a variable that groups drugs. */
export const partsInTemplate: NonNullable<SmallReport["changed"]> = {
  "templates/small/template.yaml": (text) =>
    text.replace(
      "references: []",
      [
        ...Object.entries(parts).map(
          ([name, {where}]) =>
            `  ${name}: {label: ${name}, heading: ${name}, extract: people, dictionary: small, one: client, where: ${where}}`,
        ),
        "variables:",
        "  kind-of-drug:",
        "    label: Kind of drug",
        "    of: main",
        "    groups:",
        "      - {name: street, label: Heroin or crack, text: heroin or crack, of: [heroin, crack]}",
        "      - {name: legal, label: Others, text: others, of: rest}",
        "references: []",
      ].join("\n"),
    ),
};

/** One count as a page prints it, with who it is of. */
export interface PrintedCount {
  readonly holds: (kind: Kind) => boolean;
  /** Nothing where it is withheld. */
  readonly value: number | undefined;
}

/** The counts that queries print, read by their words alone: whose they are is worked out from the names in the query. */
export function printedCounts(release: Release, queries: readonly string[]): readonly PrintedCount[] {
  return queries.flatMap((text) =>
    expandQuery(parseQuery(text), release.vocabulary).map(({population, place, address}) => {
      const cell = release.cell(address);
      const isPart = parts[population?.name ?? ""]?.holds ?? (() => true);
      return {
        holds: (kind: Kind) =>
          isPart(kind) &&
          place.every(({variable, category}) => category === "total" || gives(kind, variable.name, category.name)),
        value: cell.status === "published" ? cell.value : undefined,
      };
    }),
  );
}

function gives(kind: Kind, variable: string, category: string): boolean {
  const answers = answersOf(kind);
  if (variable !== "kind-of-drug") return answers[variable]?.includes(category) === true;
  const [main = ""] = answers.main ?? [];
  const group = Object.entries(kinds).find(([, of]) => of.includes(main))?.[0] ?? "not-stated";
  return group === category;
}

/** What a printed count says of how many people there are of each kind; one behind a mark is of somebody. */
export function rowOf({holds, value}: PrintedCount, all: readonly Kind[]): Row {
  return {weights: all.map((kind) => Number(holds(kind))), lower: value ?? 1, upper: value ?? Infinity};
}
