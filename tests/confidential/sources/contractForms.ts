import type {Fate, PeriodPlace} from "../../../src/confidential/dictionary/formVariables.ts";
import type {FaultCount} from "../../../src/confidential/sources/RecordSource.ts";
import type {FaultName} from "../../../src/confidential/sources/recordAnswers.ts";
import {form, header} from "./files/smallProject.ts";

/** A form as an extract of the small dictionary has it, and what is known of it by the names of the vocabulary. */
export interface KnownForm {
  /** A line of the extract. */
  readonly line: string;
  /** By column, what it says; blank where it is left out. */
  readonly given: Readonly<Record<string, string>>;
  readonly client: string;
  readonly fate: Fate;
  readonly period: PeriodPlace;
  /** Answers by variable: one, or of a question with several any number. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Numbers that are known. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The faults that set it aside. */
  readonly spoiltBy?: readonly FaultName[];
}

type Given = Readonly<Record<string, string>>;
/** `isWithoutNumbers`: none of the usual numbers can be read. */
type Told = Omit<KnownForm, "line" | "given" | "client"> & {readonly isWithoutNumbers?: boolean};

const counted = {fate: "counted", period: "inside"} as const;

/** What `form` says of numbers where nothing else is given; 12.5 is 125 tenths. */
const usual = {offences: 2, spend: 125} as const;

/** A form that says what is given, and the rest as `form` has it. */
export function known(given: Given, {isWithoutNumbers = false, ...told}: Told): KnownForm {
  const line = form(given);
  const fields = line.split(",");
  const all = Object.fromEntries(header.split(",").map((name, at) => [name, fields[at] ?? ""]));
  // Where a client has one form, it is the first and the last.
  const sex = String(told.answers.sex);
  const everWoman = {male: "no", female: "yes"}[sex] ?? "not-stated";
  const over = told.fate === "counted" && {"first-sex": sex, "last-sex": sex, "ever-woman": everWoman};
  const quarter = told.period === "inside" ? `2007-08-${quarterOf(all.SEEN ?? "")}` : "not-stated";
  const wait = given.SEEN === undefined && given.TRIAGED === undefined ? {wait: 1} : {};
  return {
    ...{line, given: all, client: given.CLIENT ?? ""},
    ...told,
    answers: {"spend-band": "much", ...over, ...told.answers, quarter},
    numbers: {...(!isWithoutNumbers && usual), ...(told.fate === "counted" && {forms: 1}), ...wait, ...told.numbers},
  };
}

const manOfKent = {sex: "male", area: "kent", drug: "heroin", "drug-class": "hard", problem: "yes"};

/** The quarter of a financial year that a date lies in, written as in the extract. */
function quarterOf(date: string): string {
  const month = Number(date.slice(3, 5));
  return month < 4 ? "q4" : month < 7 ? "q1" : month < 10 ? "q2" : "q3";
}

/** Four clients, and forms of every other fate. */
export const contractForms: readonly KnownForm[] = [
  known(
    {CLIENT: "CANARY-1"},
    {
      ...counted,
      answers: {
        ...{...manOfKent, "first-sex": "female", "ever-woman": "yes"},
        ...{"age-group": "old", wants: ["advice", "beds"]},
      },
      numbers: {age: 32, forms: 2},
    },
  ),
  known(
    {CLIENT: "CANARY-2", SEX: "2", AREA: "S", DRUG1: "C", DOB: "01/02/1985", WANTS: "A", TRIAGED: "25/06/2007"},
    {
      ...counted,
      answers: {
        ...{sex: "female", area: "surrey", drug: "cannabis", "drug-class": "soft", problem: "no"},
        ...{"age-group": "young", wants: ["advice"]},
      },
      numbers: {age: 22, wait: 46},
    },
  ),
  known(
    {CLIENT: "CANARY-3", SEX: "9", AREA: "L", DOB: "", WANTS: "", OFFENCES: "7", SPEND: "7"},
    {
      ...counted,
      answers: {
        ...manOfKent,
        sex: "not-stated",
        area: "outside",
        "age-group": "not-stated",
        wants: [],
        "spend-band": "little",
      },
      numbers: {offences: 7, spend: 70},
    },
  ),
  known(
    {CLIENT: "CANARY-4", DRUG1: "?", WANTS: "B", OFFENCES: "60", SPEND: "1.35"},
    {
      ...counted,
      answers: {
        ...{...manOfKent, drug: "not-stated", "drug-class": "not-stated", problem: "not-stated"},
        ...{"age-group": "old", wants: ["beds"], "spend-band": "not-stated"},
      },
      numbers: {age: 32},
      isWithoutNumbers: true,
    },
  ),
  known(
    {CLIENT: "CANARY-1", SEEN: "01/05/2007", TRIAGED: "02/05/2007", SEX: "2"},
    {
      ...{fate: "superseded", period: "inside"},
      answers: {...manOfKent, sex: "female", "age-group": "old", wants: ["advice", "beds"]},
      numbers: {age: 32},
    },
  ),
  known(
    {CLIENT: "CANARY-5", SEEN: "01/05/2009", TRIAGED: ""},
    {
      ...{fate: "outside-period", period: "outside"},
      answers: {...manOfKent, "age-group": "old", wants: ["advice", "beds"]},
      numbers: {age: 34},
    },
  ),
  known(
    {CLIENT: "CANARY-6", SEEN: "soon", DOB: ""},
    {
      ...{fate: "quarantined", period: "unreadable"},
      spoiltBy: [{rule: "unreadable-date", column: "SEEN"}],
      answers: {...manOfKent, "age-group": "not-stated", wants: ["advice", "beds"]},
      numbers: {},
    },
  ),
];

/** What is wrong with them. */
export const contractFaults: readonly FaultCount[] = [
  {rule: "unlisted-code", column: "DRUG1", severity: "answer-dropped", forms: 1},
  {rule: "beyond-limits", column: "OFFENCES", severity: "answer-dropped", forms: 1},
  {rule: "unreadable-number", column: "SPEND", severity: "answer-dropped", forms: 1},
  {rule: "unreadable-date", column: "SEEN", severity: "form-quarantined", forms: 1},
];
