import {describe, expect, test} from "vitest";
import {codeLists, dictionary, extract, form, reading} from "./smallProject.ts";

const faultsOf = (...lines: readonly string[]) =>
  reading(extract(form(), ...lines), async ({faults}) =>
    (await faults(20)).map(({line, column, rule, severity}) => `${line} ${column} ${rule} ${severity}`),
  );
const countsOf = (...lines: readonly string[]) => reading(extract(...lines), ({counts}) => counts);

describe("what quarantines a form", () => {
  test.each([
    ["a blank client reference", {CLIENT: "  "}, "CLIENT blank-client"],
    ["a blank in another required column", {FORM: "NA"}, "FORM blank-required"],
    ["a blank date of selection", {SEEN: "", TRIAGED: ""}, "SEEN blank-required"],
    ["an unreadable date of selection", {SEEN: "1/4/07"}, "SEEN unreadable-date"],
    ["a date of selection that the calendar lacks", {SEEN: "31/02/2008"}, "SEEN impossible-date"],
    ["a date of selection beyond belief", {SEEN: "01/05/2107", TRIAGED: ""}, "SEEN implausible-date"],
    ["a rule that says so", {SEEN: "10/05/2007", TRIAGED: "09/05/2007"}, "TRIAGED triage-after"],
  ])("%s", async (_, answers, fault) => {
    const spoiling = (await faultsOf(form(answers))).filter((one) => one.endsWith("form-quarantined"));
    expect(spoiling).toEqual([`3 ${fault} form-quarantined`]);
  });

  test("a form number used before: the earlier line stays", async () => {
    expect(await faultsOf(form({FORM: "A"}), form({FORM: "A"}))).toEqual(["4 FORM duplicate-form form-quarantined"]);
  });
});

describe("what drops an answer", () => {
  test.each([
    ["a code that is not listed", {SEX: "3"}, "SEX unlisted-code"],
    ["one unlisted code among several", {WANTS: "A;Z"}, "WANTS unlisted-code"],
    ["a code after its validity", {DRUG1: "O", SEEN: "01/07/2007", TRIAGED: ""}, "DRUG1 unlisted-code"],
    ["a date in no known format", {DOB: "1975"}, "DOB unreadable-date"],
    ["a year of two digits", {DOB: "1/2/75"}, "DOB unreadable-date"],
    ["a date that the calendar lacks", {DOB: "29/02/1975"}, "DOB impossible-date"],
    ["a thirteenth month", {DOB: "01/13/1975"}, "DOB impossible-date"],
    ["a date before its plausible range", {DOB: "01/01/1875"}, "DOB implausible-date"],
    ["an age beyond its plausible range", {DOB: "01/01/2000"}, "DOB out-of-range"],
    ["a rule that says so", {DOB: "01/01/2008"}, "DOB born-first"],
  ])("%s", async (_, answers, fault) => {
    expect(await faultsOf(form(answers))).toEqual([`3 ${fault} answer-dropped`]);
  });
});

describe("what is no fault", () => {
  test.each([
    ["blanks of every kind", {SEX: "NA", DOB: "", TRIAGED: " ", WANTS: "", DRUG1: "NA"}],
    ["blanks around an answer", {SEX: " 1 ", DOB: " 01/02/1975 ", WANTS: "A ; B"}],
    ["days and months of one digit", {DOB: "1/2/1975"}],
    ["the dictionary's other format", {DOB: "1975-02-01"}],
    ["29 February of a leap year", {DOB: "29/02/1976"}],
    ["a code while it is valid", {DRUG1: "O", SEEN: "30/06/2007", TRIAGED: ""}],
    ["a separator too many", {WANTS: "A;;B;"}],
  ])("%s", async (_, answers) => {
    expect(await faultsOf(form(answers))).toEqual([]);
  });
});

test("forms outside the period are set aside; its first and last day are inside", async () => {
  const dates = ["31/03/2007", "01/04/2007", "31/03/2008", "01/04/2008"];
  expect(await countsOf(...dates.map((SEEN) => form({SEEN, TRIAGED: ""})))).toEqual({
    read: 4,
    quarantined: 0,
    outsidePeriod: 2,
    superseded: 0,
    counted: 2,
  });
});

describe("the form that stands for a client", () => {
  const sexOf = (...lines: readonly string[]) =>
    reading(extract(...lines), async ({forms}, {connection}) => {
      const result = await connection.runAndReadAll(
        `SELECT ${forms.columnOf("SEX")} FROM ${forms.table} WHERE rowid IN (FROM ${forms.table}_standing)`,
      );
      // Three blanks of the dictionary's come first: "", "NA" are two; then men, women.
      return result.getRows().map(([number]) => ["men", "women"][Number(number) - 2]);
    });
  const of = (answers: Readonly<Record<string, string>>) => form({CLIENT: "CANARY-one", ...answers});

  test("is the one with the latest triage", async () => {
    expect(await sexOf(of({SEX: "2", TRIAGED: "02/06/2007"}), of({SEX: "1", TRIAGED: "01/06/2007"}))).toEqual([
      "women",
    ]);
  });
  test("is one with a triage before one without", async () => {
    const early = of({SEX: "2", SEEN: "01/04/2007", TRIAGED: "01/04/2007"});
    expect(await sexOf(early, of({SEX: "1", SEEN: "01/03/2008", TRIAGED: ""}))).toEqual(["women"]);
  });
  test("is the later initial contact when triages tie", async () => {
    const later = of({SEX: "2", SEEN: "11/05/2007"});
    expect(await sexOf(later, of({SEX: "1", SEEN: "10/05/2007"}))).toEqual(["women"]);
  });
  test("is the later line when everything ties", async () => {
    expect(await sexOf(of({SEX: "1"}), of({SEX: "2"}))).toEqual(["women"]);
  });
  test("is never a form outside the period or a faulty one", async () => {
    const outside = of({SEX: "1", SEEN: "01/05/2008", TRIAGED: "01/06/2008"});
    const faulty = of({SEX: "1", FORM: "", TRIAGED: "01/07/2008"});
    expect(await sexOf(of({SEX: "2"}), outside, faulty)).toEqual(["women"]);
  });
  test("is found although the reference has blanks around it", async () => {
    expect(await countsOf(of({}), of({CLIENT: " CANARY-one "}))).toMatchObject({superseded: 1, counted: 1});
  });
});

test("no value of a record stands in any report of faults", async () => {
  const canary = "CANARY";
  const answers = Object.fromEntries(
    ["FORM", "CLIENT", "DOB", "SEX", "TRIAGED", "AREA", "DRUG1", "DRUG2", "WANTS"].map((name) => [name, canary]),
  );
  const text = extract(form(), form(answers), `${canary},${canary}`, form({SEEN: canary}), `"${canary}`);
  const report = await reading(text, async ({faults, faultCounts, counts}) =>
    JSON.stringify([await faults(50), faultCounts, counts]),
  );
  expect(report).toContain("unlisted-code");
  expect(report).not.toContain(canary);
});

test("a code that comes back with another meaning is read by the date of the form", async () => {
  const drugs = `${codeLists.drugs ?? ""}O,new-drug,New drug,new drug,,hard,yes,2007-07-01,\n`;
  const old = form({DRUG1: "O", SEEN: "30/06/2007", TRIAGED: ""});
  const fresh = form({DRUG1: "O", SEEN: "01/07/2007", TRIAGED: ""});
  const rows = await reading(
    extract(old, fresh),
    async ({forms}, {connection}) => {
      const select = `SELECT ${forms.columnOf("DRUG1")} FROM ${forms.table} ORDER BY rowid`;
      return (await connection.runAndReadAll(select)).getRows().map(([number]) => Number(number) - 2);
    },
    {"data/codelists/drugs.csv": drugs},
  );
  expect(rows).toEqual([2, 3]);
});

test("a form that breaks no rule is compared only where both dates are usable", async () => {
  const files = {"data/dictionaries/small.yaml": dictionary};
  const counts = await reading(extract(form({DOB: "", TRIAGED: "junk"})), ({counts}) => counts, files);
  expect(counts).toMatchObject({quarantined: 0, counted: 1});
});
