import {describe, expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import type {CountAnswer, CountRequest, RecordSource} from "../../../src/confidential/sources/RecordSource.ts";
import {tabulate} from "../../../src/confidential/tabulate/tabulate.ts";
import {cellKey, openProject, type CellAddress, type Coordinates} from "../../../src/publication/index.ts";
import {sha256} from "../../../src/release/index.ts";
import {overForms, smallProject, smallReport} from "./files/smallProject.ts";
import {contractOfAnswers} from "./contractOfAnswers.ts";
import {contractFaults, contractForms, type KnownForm} from "./contractForms.ts";

/** Counts by the names of a group, with its number where one was asked; groups that nobody is in are left out. */
function byName(answer: CountAnswer | undefined, count = 0): Readonly<Record<string, number>> {
  const groups = (answer ?? []).map(({at, number, counts}) => {
    const name = [...at, ...(number === undefined ? [] : [String(number)])].join(" ");
    return [name === "" ? "all" : name, counts[count] ?? 0] as const;
  });
  return Object.fromEntries(groups.filter(([, counted]) => counted > 0));
}

const all: CountRequest["counts"] = [[]];

/** Opens a source that holds some forms. */
export type OpenSource = (forms?: readonly KnownForm[]) => Promise<RecordSource>;

/**
 * What every source of records must keep, whatever it keeps them in. `open` opens one that holds some forms, those of
 * `contractForms` where none are given, under the report and dictionary of `smallProject`.
 */
export function recordSourceContract(name: string, open: OpenSource): void {
  contractOfCounts(name, open);
  contractOfAnswers(name, open);
  contractOfAccounts(name, open);
}

/** What it counts. */
function contractOfCounts(name: string, open: OpenSource): void {
  const asking = async (population: string, ...requests: readonly CountRequest[]) => {
    await using source = await open();
    return await source.count(population, requests);
  };
  const asked = async (population: string, request: CountRequest) => byName((await asking(population, request))[0]);

  describe(`${name}: records are counted by the names of the vocabulary`, () => {
    test.each([
      [[], {all: 4}],
      [["sex"], {male: 2, female: 1, "not-stated": 1}],
      [["area"], {kent: 2, surrey: 1, outside: 1}],
      [["drug-class"], {hard: 2, soft: 1, "not-stated": 1}],
      [["problem"], {yes: 2, no: 1, "not-stated": 1}],
      [["age-group"], {old: 2, young: 1, "not-stated": 1}],
      [["age"], {22: 1, 32: 2, "not-stated": 1}],
      [["wait"], {1: 3, 46: 1}],
      [["offences"], {2: 2, 7: 1, "not-stated": 1}],
      [["spend-band"], {much: 2, little: 1, "not-stated": 1}],
      [["first-sex"], {male: 1, female: 2, "not-stated": 1}],
      [["last-sex"], {male: 2, female: 1, "not-stated": 1}],
      [["ever-woman"], {yes: 2, no: 1, "not-stated": 1}],
      [["forms"], {1: 3, 2: 1}],
      [["sex", "first-sex"], {"male male": 1, "male female": 1, "female female": 1, "not-stated not-stated": 1}],
      [["sex", "area"], {"male kent": 2, "female surrey": 1, "not-stated outside": 1}],
    ] as const)("of all clients, by %j", async (by, expected) => {
      expect(await asked("clients", {by, counts: all})).toEqual(expected);
    });

    test("of all forms, by what became of them", async () => {
      const expected = {counted: 4, superseded: 1, "outside-period": 1, quarantined: 1};
      expect(await asked("forms", {by: ["fate"], counts: all})).toEqual(expected);
      expect(await asked("forms", {by: ["usable"], counts: all})).toEqual({yes: 5, no: 2});
      expect(await asked("forms", {by: ["period"], counts: all})).toEqual({inside: 5, outside: 1, unreadable: 1});
      const women = {by: ["usable", "sex"], counts: all};
      expect((await asked("forms", women))["yes female"]).toBe(2);
    });

    test("of clients and forms, by the quarter that a date lies in", async () => {
      expect(await asked("clients", {by: ["quarter"], counts: all})).toEqual({"2007-08-q1": 4});
      const by = {by: ["usable", "quarter"], counts: all};
      expect(await asked("forms", by)).toEqual({"yes 2007-08-q1": 5, "no not-stated": 2});
    });

    test("of faults, by rule, column and what followed", async () => {
      expect(await asked("faults", {by: [], counts: all})).toEqual({all: 4});
      const by = ["rule", "column", "severity"];
      expect(await asked("faults", {by, counts: all})).toEqual({
        "unlisted-code drug1 answer-dropped": 1,
        "beyond-limits offences answer-dropped": 1,
        "unreadable-number spend answer-dropped": 1,
        "unreadable-date seen form-quarantined": 1,
      });
    });

    test("in the order of the requests, each by itself", async () => {
      const answers = await asking(
        "clients",
        {by: ["sex"], counts: all},
        {by: [], counts: all},
        {by: ["age"], counts: all},
      );
      expect(answers.map((answer) => Object.keys(byName(answer)).length)).toEqual([3, 1, 3]);
    });
  });

  test(`${name}: a number is counted by its values, without those who have none`, async () => {
    expect(await asked("clients", {by: [], of: "age", counts: all})).toEqual({22: 1, 32: 2});
    const bySex = {by: ["sex"], of: "age", counts: all};
    expect(await asked("clients", bySex)).toEqual({"male 32": 2, "female 22": 1});
    expect(await asked("clients", {by: [], of: "spend", counts: all})).toEqual({125: 2, 70: 1});
    expect(await asked("clients", {by: ["spend-band"], of: "wait", counts: all})).toEqual({
      "much 1": 1,
      "much 46": 1,
      "little 1": 1,
      "not-stated 1": 1,
    });
    expect(await asked("clients", {by: ["age-group"], of: "age", counts: all})).toEqual({"old 32": 2, "young 22": 1});
  });

  test(`${name}: a question with several answers is tested, each group once for every list of tests`, async () => {
    const test = (category: string) => ({variable: "wants", category});
    const counts = [[test("advice")], [test("advice"), test("beds")], [test("stated")], [test("not-stated")], []];
    const [answer] = await asking("clients", {by: ["sex"], counts});
    expect(counts.map((_, index) => byName(answer, index))).toEqual([
      {male: 1, female: 1},
      {male: 1},
      {male: 2, female: 1},
      {"not-stated": 1},
      {male: 2, female: 1, "not-stated": 1},
    ]);
  });

  test.each([
    ["a population", "nobody", {by: [], counts: all}],
    ["a variable", "clients", {by: ["gender"], counts: all}],
    ["a variable of a population of faults", "faults", {by: ["sex"], counts: all}],
    ["a number", "clients", {by: [], of: "height", counts: all}],
    ["an answer", "clients", {by: [], counts: [[{variable: "wants", category: "money"}]]}],
    ["a question to test", "clients", {by: [], counts: [[{variable: "needs", category: "advice"}]]}],
  ])(`${name}: %s that the vocabulary lacks is refused, never counted as nought`, async (_, population, request) => {
    await expect(asking(population, request)).rejects.toThrow();
  });
}

/** What it says of its records besides, and when it no longer does. */
function contractOfAccounts(name: string, open: OpenSource): void {
  test(`${name}: it says what was read, and its forms add up`, async () => {
    await using source = await open();
    const [people, ...others] = source.describe();
    expect(others).toEqual([]);
    expect(people?.counts).toEqual({read: 7, quarantined: 1, outsidePeriod: 1, superseded: 1, counted: 4});
    expect([...(people?.faultCounts ?? [])]).toEqual(expect.arrayContaining([...contractFaults]));
    expect(people?.faultCounts).toHaveLength(contractFaults.length);
  });

  test(`${name}: the first faults are named where they stand, and hold no value`, async () => {
    await using source = await open();
    const faults = await source.faults("people", 10);
    const found = faults.map(({rule, column, severity}) => ({rule, column, severity, forms: 1}));
    expect(found).toEqual(contractFaults);
    expect(JSON.stringify(faults)).not.toMatch(/CANARY|soon|"\?"/);
    expect(await source.faults("people", 1)).toHaveLength(1);
  });

  test(`${name}: made-up references are told from others`, async () => {
    await using source = await open();
    expect(await source.unmarked("CANARY-")).toEqual([]);
    expect(await source.unmarked("CANARY-1")).toEqual(["people"]);
  });

  test(`${name}: references are told by their hash alone, that of these records in their order`, async () => {
    await using source = await open();
    const text = contractForms.map(({client}) => client).join("\n");
    expect(await source.references()).toEqual(new Map([["people", sha256(text)]]));
  });

  test(`${name}: after it was disposed of it answers nothing`, async () => {
    const source = await open();
    await source[Symbol.asyncDispose]();
    await expect(source.count("clients", [{by: [], counts: all}])).rejects.toThrow();
    const standing = [{kind: "standing", withFaults: false}] as const;
    await expect(source.answers("people", {columns: standing, countedOnly: false})).rejects.toThrow();
  });

  test(`${name}: every cell of a report can be made of what it counts`, async () => {
    await using source = await open();
    const vocabulary = vocabularyFor(openProject(smallProject(overForms)), smallReport());
    const at: Coordinates = {sex: "male", wants: "beds"};
    const cells: readonly CellAddress[] = [
      {measure: "count", population: "clients", at},
      {measure: "count", population: "clients", at: {sex: "stated", drug: "not-stated"}},
      {measure: "share", population: "clients", at, base: {sex: "stated"}},
      {measure: "mean", population: "clients", at: {wants: "stated"}, variable: "age"},
      {measure: "count", population: "forms", at: {usable: "yes"}},
      {measure: "mean", population: "clients", at: {sex: "male"}, variable: "spend"},
    ];
    const counted = await tabulate(cells, {source, figures: () => undefined, vocabulary});
    expect(cells.map((address) => ({...counted.get(cellKey(address)), address: undefined}))).toEqual([
      {count: 2},
      {count: 1},
      {count: 2, of: 3},
      {count: 3, sum: 86, decimals: 0, contributors: 3, aboveFloor: 86, largest: [32, 32]},
      {count: 5},
      {count: 1, sum: 125, decimals: 1, contributors: 1, aboveFloor: 125, largest: [125, 0]},
    ]);
  });
}
