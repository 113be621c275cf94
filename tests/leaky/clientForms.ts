import {expandQuery, parseQuery, type Coordinates} from "../../src/publication/index.ts";
import type {PrintedCount} from "./parts.ts";
import type {SmallRelease, SmallReport} from "./peopleProject.ts";
import type {Kind} from "./rangeOf.ts";

/** Variables over all forms of a client, for the dictionary of `peopleProject.ts`, and a part of those of whom one is true. */
export const overForms: NonNullable<SmallReport["changed"]> = {
  "data/dictionaries/small.yaml": (text) => `${text}
  first-drug: {label: First drug, from: {first: D1}}
  last-drug: {label: Last drug, from: {last: D1}}
  first-bit: {label: First A, from: {first: D1}, grouped: {column: a, list: bits}}
  ever-heroin: {label: Ever heroin, any: D1, is: [H]}
  ever-hard: {label: Ever heroin or crack, any: D1, is: [H, C]}
  forms: {label: Forms, how-many: forms, most: 9, unit: forms}
`,
  "templates/small/template.yaml": (text) =>
    text.replace(
      "references: []",
      `  ever-users: {label: ever users, heading: Ever, extract: people, dictionary: small, one: client, where: {ever-heroin: ["yes"]}}
references: []`,
    ),
};

const drugs: Readonly<Record<string, string>> = {H: "heroin", C: "crack", G: "cannabis", L: "alcohol"};
const bits: Readonly<Record<string, string>> = {H: "one", C: "one", G: "two", L: "two"};
const sexes: Readonly<Record<string, string>> = {M: "men", F: "women"};

/** A client's answers by the words of the documentation: all forms, the one that stands for the client last. */
function saidBy({sex = "", d1 = "", d1Before = []}: Kind): Coordinates {
  const forms = [...d1Before, d1];
  const given = forms.filter((drug) => drug !== "");
  const ever = (codes: readonly string[]): string => {
    if (given.some((drug) => codes.includes(drug))) return "yes";
    return given.length === forms.length ? "no" : "not-stated";
  };
  return {
    sex: sexes[sex] ?? "not-stated",
    main: drugs[d1] ?? "not-stated",
    "first-drug": drugs[given[0] ?? ""] ?? "not-stated",
    "last-drug": drugs[given.at(-1) ?? ""] ?? "not-stated",
    "first-bit": bits[given[0] ?? ""] ?? "not-stated",
    "ever-heroin": ever(["H"]),
    "ever-hard": ever(["H", "C"]),
  };
}

/** A client's answer to one question. */
export function saidIn(kind: Kind, variable: string): string {
  return saidBy(kind)[variable] ?? "";
}

/** Whether a client is at a place, read by nothing but the words of the documentation. */
export function isAt(kind: Kind, at: Coordinates): boolean {
  const said = saidBy(kind);
  return Object.entries(at).every(([name, category]) => said[name] === category);
}

/** Every kind of client of up to three forms that some question tells apart. */
export const kindsOfClients: readonly Kind[] = [...new Map(everyKind().map((kind) => [JSON.stringify(saidBy(kind)), kind])).values()]; // prettier-ignore

function everyKind(): readonly Kind[] {
  const codes = [...Object.keys(drugs), ""];
  const befores = [[], ...codes.map((one) => [one]), ...codes.flatMap((one) => codes.map((other) => [one, other]))];
  return [...Object.keys(sexes), ""].flatMap((sex) =>
    codes.flatMap((d1) => befores.map((d1Before): Kind => ({sex, d1, d1Before}))),
  );
}

/** Counts of all clients by some variables, as they are printed. */
export function printedBy({release}: SmallRelease, queries: readonly string[]): readonly PrintedCount[] {
  return queries.flatMap((query) =>
    expandQuery(parseQuery(query), release.vocabulary).map(({place, address}) => {
      const cell = release.cell(address);
      const named = place.flatMap(({variable, category}) =>
        category === "total" ? [] : [[variable.name, category.name] as const],
      );
      const at = Object.fromEntries(named);
      const asked = "at" in address ? {...address.at, ...at} : at;
      return {holds: (kind) => isAt(kind, asked), value: cell.status === "published" ? cell.value : undefined};
    }),
  );
}
