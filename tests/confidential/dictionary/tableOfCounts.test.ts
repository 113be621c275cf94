import {describe, expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {openProject, type Report} from "../../../src/publication/index.ts";
import {readLayout} from "../../../src/synthetic/layout.ts";
import {dictionary, smallProject, smallReport} from "../sources/files/smallProject.ts";
import {datedDictionary, tableDictionary, tableReport} from "../sources/files/tableProject.ts";

const file = "data/dictionaries/small.yaml";
const projectOf = (text: string) => openProject(smallProject({[file]: text}));
const naming = (text: string, report: Report = tableReport()) => vocabularyFor(projectOf(text), report);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
const variablesOf = (text: string) => naming(text).populations[0]?.variables.map(({name}) => name);

describe("the dictionary of a table of counts", () => {
  test("lets its records be asked by their answers alone, because every one of them counts", () => {
    expect(variablesOf(tableDictionary)).toEqual(["sex", "area", "drug", "drug-class", "wants"]);
    expect(naming(tableDictionary).populations[0]?.unit).toBe("forms");
  });

  test("with a date lets them be asked by whether it lies in the period", () => {
    expect(variablesOf(datedDictionary)).toEqual(["month", "sex", "area", "drug", "drug-class", "wants", "usable"]);
  });

  test.each([
    ["client: SEX\n", "there is no client"],
    ["stands-for-client: [SEX]\n", "no row stands for a client"],
  ])("names no client (%j)", (line, message) => {
    const text = tableDictionary.replace("columns:\n", `${line}columns:\n`);
    const place = `${file}, line ${String(lineOf(text, line))}, column 1: `;
    expect(() => naming(text)).toThrow(place);
    expect(() => naming(text)).toThrow(message);
  });

  test("has no text, which would name a record", () => {
    const text = tableDictionary.replace("  N:", "  FORM: {title: Form, type: text}\n  N:");
    expect(() => naming(text)).toThrow(
      `${file}, line ${String(lineOf(text, "  FORM:"))}, column 3: column "FORM" would name`,
    );
  });

  test("has one column of counts", () => {
    const text = tableDictionary.replace("  N:", "  M: {title: More, type: count}\n  N:");
    expect(() => naming(text)).toThrow('"M" says already for how many records a row stands');
  });

  test.each(["to: 500", "required: true", "from: 1"])("has no limit of its own (%s)", (limits) => {
    const text = tableDictionary.replace("type: count", `type: count, ${limits}`);
    expect(() => naming(text)).toThrow(`there is no field "${limits.split(":")[0] ?? ""}"`);
  });

  test("does not ask for the count as a number", () => {
    const text = `${tableDictionary}  number: {label: Number, number: N, unit: people}\n`;
    expect(() => naming(text)).toThrow('column "N" is of type count. A column of type number is needed here');
  });

  test.each(["client", "fault"] as const)("makes no population of which a record is a %s", (one) => {
    const {populations, ...report} = tableReport();
    const other = populations.map((population) => ({...population, name: "people", one}));
    expect(() => naming(tableDictionary, {...report, populations: other})).toThrow(
      /^templates\/small\/template.yaml: populations, people: the dictionary "small" is of a table of counts.+Write "one: form"/,
    );
  });

  test("asks nothing over all forms of a client", () => {
    const text = `${tableDictionary}  first-drug: {label: First drug, from: {first: DRUG1}}\n`;
    expect(() => naming(text)).toThrow("there are no forms of one client");
  });

  test("makes no records up", () => {
    const edition = {region: "south", period: {from: "2007-04-01", to: "2008-03-31"}};
    expect(() => readLayout(projectOf(tableDictionary), "small", edition)).toThrow("it is of a table of counts");
  });
});

test.each(["client: CLIENT\n", "period: SEEN\n", "stands-for-client: [TRIAGED, SEEN]\n"])(
  "the dictionary of an extract of records needs %j",
  (line) => {
    const [field = ""] = line.split(":");
    const message = `${file}, line 1, column 1: "${field}" is missing: name a column of the extract.`;
    expect(() => naming(dictionary.replace(line, ""), smallReport())).toThrow(message);
  },
);
