import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {readCodeList} from "../../../src/confidential/dictionary/readCodeList.ts";
import {readDictionary} from "../../../src/confidential/dictionary/readDictionary.ts";
import {readReference} from "../../../src/confidential/dictionary/readReference.ts";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {codeLists, dictionary, smallProject, smallReport} from "../sources/files/smallProject.ts";
import {openProject} from "../../../src/publication/index.ts";

const root = new URL("../../..", import.meta.url).pathname;
const yaml = "data/dictionaries/small.yaml";
const changed = (from: string, to: string) => smallProject({[yaml]: dictionary.replace(from, to)});
const modelling = (project: string) => () => vocabularyFor(openProject(project), smallReport());
const lineOf = (text: string) => dictionary.slice(0, dictionary.indexOf(text)).split("\n").length;
const list = (name: string, from: string, to: string) =>
  smallProject({[`data/codelists/${name}.csv`]: (codeLists[name] ?? "").replace(from, to)});

const variable = (name: string, population = 0) =>
  vocabularyFor(openProject(smallProject()), smallReport()).populations[population]?.variables.find(
    (one) => one.name === name,
  );
const namesOf = (name: string, population = 0) =>
  variable(name, population)?.categories.map((category) => category.name);

describe("the vocabulary", () => {
  test("ends a question with not stated, which takes in the list's own rows for it", () => {
    expect(namesOf("sex")).toEqual(["male", "female", "not-stated"]);
  });
  test("has the areas of the region, then all others as one", () => {
    expect(namesOf("area")).toEqual(["kent", "surrey", "outside", "not-stated"]);
    expect(variable("area")?.categories[2]).toMatchObject({
      label: "Outside South",
      text: "outside the South",
      role: "outside",
    });
  });
  test("has no place but outside for a region of which the list names none", () => {
    const region = {name: "west", label: "West", text: "the West"};
    const [population] = vocabularyFor(openProject(smallProject()), {...smallReport(), region}).populations;
    const area = population?.variables.find(({name}) => name === "area");
    expect(area?.categories.map(({name}) => name)).toEqual(["outside", "not-stated"]);
  });
  test("has no category for missing answers that the dictionary counts with another", () => {
    expect(namesOf("in-region")).toEqual(["inside", "elsewhere"]);
    expect(namesOf("any-wants")).toEqual(["yes", "no"]);
  });
  test("says of each category which one it lies within", () => {
    const within = variable("drug")?.categories.map((category) => category.within?.["drug-class"]);
    expect(within).toEqual(["hard", "soft", "soft", "not-stated"]);
    expect(variable("area")?.categories.map((category) => category.within?.["in-region"])).toEqual([
      "inside",
      "inside",
      "elsewhere",
      "elsewhere",
    ]);
    expect(variable("drug-class")?.categories[0]?.within).toBeUndefined();
  });
  test("has only the list's own answers where several may be given", () => {
    expect(variable("wants")).toMatchObject({kind: "multi"});
    expect(namesOf("wants")).toEqual(["advice", "beds"]);
  });
  test("gives forms their fate and faults their rules", () => {
    expect(namesOf("fate", 1)).toEqual(["counted", "superseded", "outside-period", "quarantined"]);
    expect(namesOf("rule", 2)).toContain("triage-after");
    expect(namesOf("column", 2)).toEqual([
      ..."form client dob sex seen triaged area drug1 drug2 wants offences spend".split(" "),
      "record",
    ]);
  });
});

describe("a dictionary is refused at the place of its fault", () => {
  test.each([
    [
      "an unknown column, with the nearest",
      "from: SEX}",
      "from: SEXX}",
      "sex: {label",
      'no column "SEXX". Did you mean "SEX"?',
    ],
    ["a column of the wrong type", "period: SEEN", "period: SEX", "period:", "is of type code"],
    ["a field that nobody knows", "title: Form,", "titel: Form,", "FORM: {", "columns.FORM"],
    ["a rule that blanks another column", "blank DOB", "blank SEX", "name: born-first", "which it does not compare"],
    ["bands that overlap", "from: 30}", "from: 20}", "age-group:", 'group "old" overlaps'],
    ["another name than the file's", "name: small", "name: large", "name: small", "not that of the file"],
    ["a grouping column that the list lacks", "column: class", "column: klass", "drug-class:", 'Did you mean "class"?'],
    ["a limit that is no percentage", "50%", "half", "file: {", "percentage"],
  ])("%s", (...[, from, to, place, message]) => {
    expect(modelling(changed(from, to))).toThrow(
      expect.objectContaining({exitCode: 11, file: yaml, line: lineOf(place)}),
    );
    expect(modelling(changed(from, to))).toThrow(message);
  });
  test("broken YAML", () => {
    expect(modelling(changed("columns:", "columns: [\n"))).toThrow(
      /small\.yaml, line \d+, column \d+: this is not YAML/,
    );
  });
  test("a file that is not there, with the nearest", () => {
    expect(() => readDictionary(openProject(smallProject()), "smal")).toThrow('no such file. Did you mean "small"?');
  });
});

describe("a code list is refused at the line of its fault", () => {
  test.each([
    ["a code that comes again", "sex", "2,female", "1,female", "sex.csv, line 3: the code of line 2 comes again"],
    ["a name that is no name", "sex", "2,female", "2,Female", "sex.csv, line 3: name"],
    ["a name with a meaning of its own", "sex", "2,female", "2,stated", 'line 3: the name "stated" has a meaning'],
    ["a missing code", "sex", "2,female", ",female", "line 3: the row has no code"],
    ["a role that nobody knows", "sex", "women,", "women,lost", "line 3: role"],
    ["a group that is not in its list", "drugs", "soft", "mild", 'drugs.csv, line 3: "mild" in column "class"'],
    ["a broken row", "sex", "2,female,", '2,"female,', "the row is broken"],
    ["a missing column", "sex", "label", "lable", 'line 1: the header lacks the column "label"'],
  ])("%s", (...[, name, from, to, message]) => {
    expect(modelling(list(name, from, to))).toThrow(message);
  });
  test("a code may come back once its first meaning has ended", () => {
    const again = `${codeLists.drugs ?? ""}O,new-drug,New drug,new drug,,hard,yes,2007-07-01,\n`;
    expect(readCodeList(openProject(smallProject({"data/codelists/drugs.csv": again})), "drugs").rows).toHaveLength(4);
  });
});

describe("the project's own files", () => {
  const southEast = {name: "south-east", label: "South East", text: "the South East"};
  test("both dictionaries can be read", () => {
    for (const name of ["dirweb-prison", "dirweb-community"])
      expect(readDictionary(openProject(root), name).name).toBe(name);
  });
  test("the prevalence estimates of the areas add up to the region's", () => {
    const {values} = readReference(openProject(root), "prevalence", {region: southEast, policy: {threshold: 5}});
    const areas = [...values].filter(([area]) => area !== "region");
    const sum = areas.reduce((all, [, figures]) => all + (figures.get("estimate")?.value ?? Number.NaN), 0);
    expect(areas).toHaveLength(19);
    expect(sum).toBe(values.get("region")?.get("estimate")?.value);
  });
  test("a reference without figures for the region says what to write", () => {
    const london = {name: "london", label: "London", text: "London"};
    expect(() => readReference(openProject(root), "prevalence", {region: london, policy: {threshold: 5}})).toThrow(
      'prevalence.csv, line 1: there is no row for London or its areas. Add them with their source, or write "references: []"',
    );
  });
  test("every region has a place on its map for each of its areas", () => {
    const areas = readCodeList(openProject(root), "areas").rows.filter(({role}) => role === "value");
    for (const region of new Set(areas.map(({extra}) => extra.region))) {
      const layout = JSON.parse(readFileSync(`${root}data/reference/hex/${region ?? ""}.json`, "utf8")) as HexJson;
      const ofRegion = areas.filter(({extra}) => extra.region === region);
      expect(Object.keys(layout.hexes).sort()).toEqual(ofRegion.map(({name}) => name).sort());
      expect(new Set(Object.values(layout.hexes).map(({q, r}) => `${q} ${r}`)).size).toBe(ofRegion.length);
    }
  });
});

interface HexJson {
  readonly hexes: Readonly<Record<string, {readonly q: number; readonly r: number}>>;
}

test("a dictionary that is no text in UTF-8 is refused with its line", () => {
  const project = changed("label: Sex", "label: Rh\ufffdne");
  expect(() => readDictionary(openProject(project), "small")).toThrow(
    `${yaml}, line ${lineOf("label: Sex")}, column ${dictionary.split("\n")[lineOf("label: Sex") - 1]!.indexOf("Sex") + 3}: a letter was lost here`,
  );
});
