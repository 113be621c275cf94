import {codesOf} from "../../../src/confidential/dictionary/readsOf.ts";
import type {ExtractModel} from "../../../src/confidential/dictionary/variableModel.ts";
import type {
  AnsweredRecords,
  ColumnAsked,
  DateState,
  NumberAnswer,
  RecordAnswer,
  RecordsAsked,
  Span,
  SpanAsked,
} from "../../../src/confidential/sources/recordAnswers.ts";
import type {KnownForm} from "./contractForms.ts";

/** Answers of forms that an array holds, each by itself. */
export function answersOf(
  forms: readonly KnownForm[],
  {columns, countedOnly}: RecordsAsked,
  model: ExtractModel,
): AnsweredRecords {
  const asked = forms.filter(({fate}) => !countedOnly || fate === "counted");
  const values = [...asked.keys()];
  return {
    columns: columns.map((column) => ({
      answers: asked.map((form) => overForms(form, column, {forms, model}) ?? answerOf(form, column, model)),
      values,
    })),
    times: asked.map(() => 1),
  };
}

/** An answer over all usable forms of the client of a form; nothing where the column is one of the extract. */
function overForms(
  {client}: KnownForm,
  asked: ColumnAsked,
  {forms, model}: {readonly forms: readonly KnownForm[]; readonly model: ExtractModel},
): RecordAnswer | undefined {
  const over = "column" in asked && model.dictionary.overForms.find(({name}) => name === asked.column)?.over;
  if (over === false || over === undefined) return undefined;
  const own = forms.filter((form) => form.client === client && ["counted", "superseded"].includes(form.fate));
  if (over.take === "number") return {kind: "number", is: own.length};
  const list = model.lists.get(model.dictionary.columns.flatMap((one) => (one.name === over.of && "list" in one ? [one.list] : []))[0] ?? ""); // prettier-ignore
  const stated = new Set(list?.rows.filter(({role}) => role !== "not-stated").map(({code}) => code));
  const said = own.toSorted(inOrder).map(({given}) => given[over.of] ?? "");
  const given = said.filter((code) => stated.has(code));
  if (over.take === "any") {
    const isYes = given.some((code) => over.codes.includes(code));
    if (!isYes && given.length < said.length) return {kind: "code", is: "blank"};
    return {kind: "code", is: {code: isYes ? "yes" : "no"}};
  }
  const code = over.take === "first" ? given[0] : given.at(-1);
  return {kind: "code", is: code === undefined ? "blank" : {code}};
}

/** The order in which forms come to stand for a client: by the day of triage, then by that of being seen. */
function inOrder(one: KnownForm, other: KnownForm): number {
  const [days, others] = [one, other].map((form) =>
    ["TRIAGED", "SEEN"].map((name) => {
      const day = dayOf(form, name);
      return day === undefined ? 0 : dateOf(day);
    }),
  );
  const [triaged = 0, seen = 0] = days ?? [];
  const [otherTriaged = 0, otherSeen = 0] = others ?? [];
  return triaged - otherTriaged || seen - otherSeen;
}

function answerOf(form: KnownForm, asked: ColumnAsked, model: ExtractModel): RecordAnswer {
  switch (asked.kind) {
    case "code": {
      const code = form.given[asked.column] ?? "";
      if (code === "") return {kind: "code", is: "blank"};
      return {kind: "code", is: codesFor(asked.column, model).includes(code) ? {code} : "unlisted"};
    }
    case "codes": {
      const given = (form.given[asked.column] ?? "").split(";");
      const codes = codesFor(asked.column, model).filter((code) => given.includes(code));
      return {kind: "codes", codes, hasUnlisted: false};
    }
    case "number":
      return {kind: "number", is: numberIn(form, asked.column, model)};
    case "date": {
      const spans = asked.spans.map((span) => spanFrom(form, asked.column, span));
      return {kind: "date", state: stateAt(form, asked.column), spans};
    }
    case "month": {
      const [, month, year] = dayOf(form, asked.of) ?? [];
      if (month === undefined) return {kind: "month", is: "no-date"};
      const is = `${String(year)}-${String(month).padStart(2, "0")}`;
      return {kind: "month", is: asked.within.from <= `${is}-01` && `${is}-28` <= asked.within.to ? is : "outside"};
    }
    case "standing": {
      const {fate, period, spoiltBy = []} = form;
      return {kind: "standing", fate, period, ...(asked.withFaults && {faults: spoiltBy})};
    }
  }
}

function codesFor(name: string, {dictionary, lists}: ExtractModel): readonly string[] {
  const column = dictionary.columns.find((one) => one.name === name);
  const list = column && "list" in column ? lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`there is no column of codes "${name}"`);
  return codesOf(list);
}

/** Day, month and year of a date. */
function dayOf({given}: KnownForm, column: string): readonly [number, number, number] | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(given[column] ?? "") ?? [];
  return year === undefined ? undefined : [Number(day), Number(month), Number(year)];
}

function stateAt(form: KnownForm, column: string): DateState {
  if ((form.given[column] ?? "") === "") return "blank";
  return dayOf(form, column) === undefined ? {rule: "unreadable-date"} : "usable";
}

/** Whole steps of the last decimal, by the digits themselves. */
function numberIn({given}: KnownForm, name: string, {dictionary}: ExtractModel): NumberAnswer["is"] {
  const column = dictionary.columns.find((one) => one.name === name);
  if (column?.type !== "number") throw new Error(`there is no column of numbers "${name}"`);
  const text = given[name] ?? "";
  if (text === "") return "blank";
  const [, whole = "", fraction = ""] = /^(\d+)(?:\.(\d))?$/.exec(text) ?? [];
  if (whole === "" || fraction.length > column.decimals) return {rule: "unreadable-number"};
  const steps = Number(whole + fraction.padEnd(column.decimals, "0"));
  return steps < column.from || steps > column.to ? {rule: "beyond-limits"} : steps;
}

function spanFrom(form: KnownForm, from: string, {in: unit, to, between: [least, most]}: SpanAsked): Span {
  const [one, other] = [dayOf(form, from), dayOf(form, to)];
  if (one === undefined || other === undefined) return "no-date";
  const isShort = other[0] < one[0];
  const months = (other[2] - one[2]) * 12 + other[1] - one[1] - (isShort ? 1 : 0);
  const days = (dateOf(other) - dateOf(one)) / 86_400_000;
  const spans = {years: Math.floor(months / 12), months, weeks: Math.floor(days / 7), days};
  const span = spans[unit];
  return span < least || span > most ? "out-of-range" : span;
}

function dateOf([day, month, year]: readonly [number, number, number]): number {
  return Date.UTC(year, month - 1, day);
}
