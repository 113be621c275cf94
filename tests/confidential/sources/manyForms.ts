import type {FaultCount} from "../../../src/confidential/sources/RecordSource.ts";
import {known, type KnownForm} from "./contractForms.ts";

const sexes = {"1": "male", "2": "female", "": "not-stated"} as const;
const areas = {K: "kent", S: "surrey"} as const;
const drugs = {
  H: ["heroin", "hard", "yes"],
  C: ["cannabis", "soft", "no"],
  "?": ["not-stated", "not-stated", "not-stated"],
} as const;
const wishes: Readonly<Record<string, string>> = {A: "advice", B: "beds"};

interface Alike {
  readonly clients: number;
  readonly sex: keyof typeof sexes;
  readonly area: keyof typeof areas;
  readonly drug: keyof typeof drugs;
  readonly wants: string;
  /** In years, at the tenth of May 2007. */
  readonly age: number;
}

const alike: readonly Alike[] = [
  {clients: 14, sex: "1", area: "K", drug: "H", wants: "A;B", age: 32},
  {clients: 11, sex: "2", area: "K", drug: "H", wants: "A", age: 24},
  {clients: 12, sex: "1", area: "S", drug: "C", wants: "", age: 41},
  {clients: 13, sex: "2", area: "S", drug: "C", wants: "B", age: 35},
  {clients: 3, sex: "1", area: "S", drug: "H", wants: "A", age: 29},
  {clients: 9, sex: "2", area: "K", drug: "C", wants: "A", age: 27},
  {clients: 3, sex: "", area: "K", drug: "H", wants: "B", age: 52},
  {clients: 9, sex: "", area: "S", drug: "H", wants: "B", age: 52},
  {clients: 6, sex: "1", area: "S", drug: "?", wants: "B", age: 38},
];

const inside = {period: "inside", fate: "counted"} as const;

function formsOf({clients, sex, area, drug, wants, age}: Alike, group: number): readonly KnownForm[] {
  const [name, drugClass, problem] = drugs[drug];
  const one = {sex: sexes[sex], area: areas[area], drug: name, "drug-class": drugClass, problem};
  const several = wants.split(";").flatMap((code) => wishes[code] ?? []);
  const answers = {...one, "age-group": age < 30 ? "young" : "old", wants: several};
  return Array.from({length: clients}, (_, at) => {
    const born = `01/02/${String(2007 - age)}`;
    const given = {
      CLIENT: `CANARY-${String(group)}-${String(at)}`,
      SEX: sex,
      AREA: area,
      DRUG1: drug,
      WANTS: wants,
      DOB: born,
    };
    return known(given, {...inside, answers, numbers: {age}});
  });
}

const kentMan = {
  sex: "male",
  area: "kent",
  drug: "heroin",
  "drug-class": "hard",
  problem: "yes",
  wants: ["advice", "beds"],
};

/** Forms that stand for no client: the period's date cannot be read, or lies beyond the period. */
const setAside: readonly KnownForm[] = Array.from({length: 7}, (_, at) =>
  known(
    {CLIENT: `CANARY-unread-${String(at)}`, SEEN: "soon", DOB: ""},
    {
      ...{fate: "quarantined", period: "unreadable"},
      spoiltBy: [{rule: "unreadable-date", column: "SEEN"}],
      answers: {...kentMan, "age-group": "not-stated"},
      numbers: {},
    },
  ),
);

const later: readonly KnownForm[] = Array.from({length: 6}, (_, at) =>
  known(
    {CLIENT: `CANARY-later-${String(at)}`, SEEN: "01/05/2009", TRIAGED: ""},
    {...{fate: "outside-period", period: "outside"}, answers: {...kentMan, "age-group": "old"}, numbers: {age: 34}},
  ),
);

/** Eighty clients, and forms that stand for nobody. */
export const manyForms: readonly KnownForm[] = [...alike.flatMap(formsOf), ...setAside, ...later];

/** What is wrong with them. */
export const manyFaults: readonly FaultCount[] = [
  {rule: "unreadable-date", column: "SEEN", severity: "form-quarantined", forms: 7},
  {rule: "unlisted-code", column: "DRUG1", severity: "answer-dropped", forms: 6},
];
