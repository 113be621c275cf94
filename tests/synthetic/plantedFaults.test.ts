import {describe, expect, test} from "vitest";
import {ageOf, isoOf, readCodes, type Row} from "./countedExtract.ts";
import {countEdition} from "./publishedItems.ts";

const {extracts} = countEdition("south-east-2007-08");
const prison = extracts.prison!;
const community = extracts.community!;
const both = [
  {name: "prison", extract: prison},
  {name: "community", extract: community},
];

describe.each(both)("the $name extract", ({extract}) => {
  test("marks every client reference as invented", () => {
    expect(extract.rows.filter(({CLIENTID}) => CLIENTID !== "" && !CLIENTID!.startsWith("CANARY-"))).toHaveLength(0);
  });
  test("numbers every form once", () => {
    expect(new Set(extract.rows.map(({FORMID}) => FORMID)).size).toBe(extract.rows.length);
  });
  test("has a few dozen forms that must be quarantined, and broken rows within the limit", () => {
    expect(extract.quarantined.length + extract.ragged).toBeGreaterThan(20);
    expect(extract.quarantined.length + extract.ragged).toBeLessThan(60);
    expect(extract.ragged / extract.rows.length).toBeLessThan(0.01);
  });
  test("has blank references and dates of contact that nobody can read or believe", () => {
    expect(extract.quarantined.some(({CLIENTID}) => CLIENTID === "")).toBe(true);
    expect(extract.quarantined.some(({ICDATE}) => isoOf(ICDATE!) === "")).toBe(true);
  });
  test("has codes that no list knows, and dates of birth that are no dates", () => {
    const offences = new Set(readCodes("offences").map(({code}) => code));
    expect(extract.forms.some(({OFFENCE}) => OFFENCE !== "" && !offences.has(OFFENCE))).toBe(true);
    expect(extract.forms.some((form) => form.DOB !== "" && ageOf(form) === undefined)).toBe(true);
  });
  test("has triages before the contact", () => {
    expect(
      extract.forms.some((form) => isoOf(form.TRIAGED!) !== "" && isoOf(form.TRIAGED!) < isoOf(form.ICDATE!)),
    ).toBe(true);
  });
});

describe.each(both)("repeat forms of the $name extract", ({extract}) => {
  const standing = new Map(extract.clients.map((form) => [form.CLIENTID!, form]));
  const older = extract.forms.filter((form) => standing.get(form.CLIENTID!) !== form);
  const pairs = older.map((form): [Row, Row] => [form, standing.get(form.CLIENTID!)!]);
  test("differ in the date of triage", () => {
    expect(pairs.filter(([form, latest]) => form.TRIAGED !== latest.TRIAGED).length).toBeGreaterThan(older.length / 2);
  });
  test("tie in the triage, and some in the contact as well, so that the line decides", () => {
    const ties = pairs.filter(([form, latest]) => form.TRIAGED !== "" && form.TRIAGED === latest.TRIAGED);
    expect(ties.length).toBeGreaterThan(20);
    expect(ties.some(([form, latest]) => form.ICDATE === latest.ICDATE)).toBe(true);
  });
  test("have partly other answers", () => {
    expect(pairs.some(([form, latest]) => form.DRUG1 !== latest.DRUG1)).toBe(true);
  });
  test("can have a later contact than the form that stands for the client", () => {
    expect(pairs.some(([form, latest]) => isoOf(form.ICDATE!) > isoOf(latest.ICDATE!))).toBe(true);
  });
});

test("a few hundred people are clients of both settings, with the same date of birth and sex", () => {
  const inPrison = new Map(prison.clients.map((client) => [client.CLIENTID!, client]));
  const shared = community.clients.flatMap((client): [Row, Row][] => {
    const other = inPrison.get(client.CLIENTID!);
    return other ? [[client, other]] : [];
  });
  expect(shared.length).toBeGreaterThan(200);
  expect(shared.filter(([one, other]) => one.DOB !== other.DOB || one.SEX !== other.SEX)).toHaveLength(0);
});
