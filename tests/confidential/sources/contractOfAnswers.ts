import {expect, test} from "vitest";
import type {NumberRule} from "../../../src/confidential/dictionary/possibleFaults.ts";
import {nameOfAnswer} from "../../../src/confidential/people/answer.ts";
import type {DateAnswer, RecordsAsked} from "../../../src/confidential/sources/recordAnswers.ts";
import type {OpenSource} from "./recordSourceContract.ts";

const code = (text: string) => ({kind: "code", is: {code: text}}) as const;
const blank = {kind: "code", is: "blank"} as const;

/** How many records of a source give each answer that is asked. */
async function countAnswers(open: OpenSource, request: RecordsAsked): Promise<Readonly<Record<string, number>>> {
  await using source = await open();
  const {columns, times} = await source.answers("people", request);
  const groups = Array.from(times, (count, group) => {
    const answers = columns.map(({answers: known, values}) => known[values[group] ?? -1]);
    return [answers.map((answer) => answer && nameOfAnswer(answer)).join(" "), count] as const;
  });
  return Object.fromEntries(
    [...Map.groupBy(groups, ([of]) => of)].map(([of, all]) => [of, all.reduce((sum, [, count]) => sum + count, 0)]),
  );
}

const named = (...answers: readonly Parameters<typeof nameOfAnswer>[0][]): string =>
  answers.map(nameOfAnswer).join(" ");

/** What it answers to the proof on people. */
export function contractOfAnswers(name: string, open: OpenSource): void {
  const asked = (request: RecordsAsked) => countAnswers(open, request);

  test(`${name}: the records that stand for clients answer in the codes of the dictionary's lists`, async () => {
    const columns = [
      {kind: "code", column: "SEX"},
      {kind: "code", column: "DRUG1"},
      {kind: "code", column: "DRUG2"},
    ] as const;
    expect(await asked({columns, countedOnly: true})).toEqual({
      [named(code("1"), code("H"), blank)]: 1,
      [named(code("2"), code("C"), blank)]: 1,
      [named(code("9"), code("H"), blank)]: 1,
      [named(code("1"), {kind: "code", is: "unlisted"}, blank)]: 1,
    });
  });

  test(`${name}: answers over all forms are those of the client, from the usable ones alone`, async () => {
    const columns = [
      {kind: "code", column: "SEX"},
      {kind: "code", column: "first SEX"},
      {kind: "code", column: "last SEX"},
      {kind: "code", column: "any SEX: 2"},
      {kind: "number", column: "number of forms"},
    ] as const;
    const forms = (is: number) => ({kind: "number", is}) as const;
    expect(await asked({columns, countedOnly: true})).toEqual({
      [named(code("1"), code("2"), code("1"), code("yes"), forms(2))]: 1,
      [named(code("2"), code("2"), code("2"), code("yes"), forms(1))]: 1,
      [named(code("9"), blank, blank, blank, forms(1))]: 1,
      [named(code("1"), code("1"), code("1"), code("no"), forms(1))]: 1,
    });
  });

  test(`${name}: a question with several answers is answered by all of them`, async () => {
    const codes = (...held: readonly string[]) => named({kind: "codes", codes: held, hasUnlisted: false});
    const columns = [{kind: "codes", column: "WANTS"}] as const;
    const expected = {[codes("A", "B")]: 1, [codes("A")]: 1, [codes()]: 1, [codes("B")]: 1};
    expect(await asked({columns, countedOnly: true})).toEqual(expected);
  });

  test(`${name}: a number is answered in steps of its last decimal, or by the rule that it breaks`, async () => {
    const columns = [
      {kind: "number", column: "OFFENCES"},
      {kind: "number", column: "SPEND"},
    ] as const;
    const is = (...numbers: readonly (number | {rule: NumberRule})[]) =>
      named(...numbers.map((one) => ({kind: "number", is: one}) as const));
    expect(await asked({columns, countedOnly: true})).toEqual({
      [is(2, 125)]: 2,
      [is(7, 70)]: 1,
      [is({rule: "beyond-limits"}, {rule: "unreadable-number"})]: 1,
    });
  });

  test(`${name}: a date is answered by the whole days, weeks, months and years to another date`, async () => {
    const spans = (["days", "weeks", "months", "years"] as const).map((unit) => {
      return {in: unit, to: "TRIAGED", between: [0, 45] as const};
    });
    const columns = [{kind: "date", column: "SEEN", spans}] as const;
    const seen = (...given: DateAnswer["spans"]) => named({kind: "date", state: "usable", spans: given});
    expect(await asked({columns, countedOnly: true})).toEqual({
      [seen(1, 0, 0, 0)]: 3,
      [seen("out-of-range", 6, 1, 0)]: 1,
    });
  });

  test(`${name}: a date is answered by its state, and by whole years to another date`, async () => {
    const columns = [{kind: "date", column: "DOB", spans: [{in: "years", to: "SEEN", between: [10, 30]}]}] as const;
    const born = (years: number | "out-of-range" | "no-date", state: "usable" | "blank" = "usable") =>
      named({kind: "date", state, spans: [years]});
    expect(await asked({columns, countedOnly: true})).toEqual({
      [born("out-of-range")]: 2,
      [born(22)]: 1,
      [born("no-date", "blank")]: 1,
    });
    const seen = [{kind: "date", column: "SEEN", spans: []}] as const;
    expect(await asked({columns: seen, countedOnly: false})).toEqual({
      [named({kind: "date", state: "usable", spans: []})]: 6,
      [named({kind: "date", state: {rule: "unreadable-date"}, spans: []})]: 1,
    });
  });

  test(`${name}: a date is answered by its month, where it is one of those asked`, async () => {
    const asking = (of: string, from: string, to: string) =>
      asked({columns: [{kind: "month", of, within: {from, to}, isSelected: false}], countedOnly: false});
    const month = (is: string) => named({kind: "month", is});
    expect(await asking("SEEN", "2007-04-01", "2008-03-31")).toEqual({
      [month("2007-05")]: 5,
      [month("outside")]: 1,
      [month("no-date")]: 1,
    });
    expect(await asking("TRIAGED", "2007-06-01", "2010-03-31")).toEqual({
      [month("2007-06")]: 1,
      [month("outside")]: 5,
      [month("no-date")]: 1,
    });
    expect(await asking("SEEN", "2007-05-01", "2009-05-31")).toMatchObject({
      [month("2007-05")]: 5,
      [month("2009-05")]: 1,
    });
  });

  test(`${name}: every form stands as it stands, with the faults that set it aside where these are asked`, async () => {
    const stands = {kind: "standing"} as const;
    const whole = {...stands, faults: []} as const;
    const spoilt = [{rule: "unreadable-date", column: "SEEN"}];
    expect(await asked({columns: [{...stands, withFaults: true}], countedOnly: false})).toEqual({
      [named({...whole, fate: "counted", period: "inside"})]: 4,
      [named({...whole, fate: "superseded", period: "inside"})]: 1,
      [named({...whole, fate: "outside-period", period: "outside"})]: 1,
      [named({...stands, fate: "quarantined", period: "unreadable", faults: spoilt})]: 1,
    });
    const without = await asked({columns: [{...stands, withFaults: false}], countedOnly: false});
    expect(without[named({...stands, fate: "quarantined", period: "unreadable"})]).toBe(1);
  });
}
