import {codesOf} from "../../../src/confidential/dictionary/readsOf.ts";
import type {ExtractModel} from "../../../src/confidential/dictionary/variableModel.ts";
import type {
  AnsweredRecords,
  ColumnAsked,
  DateState,
  RecordAnswer,
  RecordsAsked,
  Years,
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
    columns: columns.map((column) => ({answers: asked.map((form) => answerOf(form, column, model)), values})),
    times: asked.map(() => 1),
  };
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
    case "date": {
      const years = asked.years.map(({to, between}) => yearsTo(form, [asked.column, to], between));
      return {kind: "date", state: stateAt(form, asked.column), years};
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

function yearsTo(
  form: KnownForm,
  [one, other]: readonly [string, string],
  [least, most]: readonly [number, number],
): Years {
  const [from, to] = [dayOf(form, one), dayOf(form, other)];
  if (from === undefined || to === undefined) return "no-date";
  const hadBirthday = to[1] > from[1] || (to[1] === from[1] && to[0] >= from[0]);
  const years = to[2] - from[2] - (hadBirthday ? 0 : 1);
  return years < least || years > most ? "out-of-range" : years;
}
