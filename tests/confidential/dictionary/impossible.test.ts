import {rmSync} from "node:fs";
import {describe, expect, onTestFinished, test} from "vitest";
import {modelExtract} from "../../../src/confidential/dictionary/modelExtract.ts";
import {natureCombinations} from "../../../src/confidential/dictionary/natureCombinations.ts";
import {dictionary, smallProject} from "../sources/files/smallProject.ts";
import {openProject} from "../../../src/publication/index.ts";

const region = {name: "south", label: "South", text: "the South"};

/** The model of the small dictionary with impossible combinations, as YAML list items. */
function modelWith(...impossible: readonly string[]): ReturnType<typeof modelExtract> {
  const text = `${dictionary}impossible:\n${impossible.map((one) => `  - ${one}\n`).join("")}`;
  const root = smallProject({"data/dictionaries/small.yaml": text});
  onTestFinished(() => {
    rmSync(root, {recursive: true});
  });
  return modelExtract(openProject(root), "small", {region, window: {from: "2007-04-01", to: "2008-03-31"}});
}

const said = "title: Kent is for men, drop: SEX";
const kentForMen = `{name: kent-for-men, ${said}, where: {SEX: ["2"], AREA: [K]}}`;

describe("impossible combinations of a dictionary", () => {
  test("are told in the words of variables; blank answers go with all", () => {
    const [combination] = natureCombinations(modelWith(kentForMen)).filter(
      ({variables}) => variables.join() === "area,sex",
    );
    expect(combination?.possible).not.toContainEqual(["kent", "female"]);
    for (const pair of [["kent", "male"], ["kent", "not-stated"], ["surrey", "female"]]) expect(combination?.possible).toContainEqual(pair); // prettier-ignore
  });

  test("say nothing of a coarser variable that some possible code is in", () => {
    const named = natureCombinations(modelWith(kentForMen)).map(({variables}) => variables.join());
    expect(named).toEqual(["area,sex"]);
  });

  test("are put together where they are of the same columns", () => {
    const surrey = '{name: surrey-for-men, title: Surrey is for men, drop: SEX, where: {AREA: [S], SEX: ["2"]}}';
    const inRegion = natureCombinations(modelWith(kentForMen, surrey)).find(
      ({variables}) => variables.join() === "in-region,sex",
    );
    expect(inRegion?.possible).not.toContainEqual(["inside", "female"]);
    expect(inRegion?.possible).toContainEqual(["elsewhere", "female"]);
  });

  test("can name all codes but some", () => {
    const only = '{name: only-men, title: only men take cannabis, drop: DRUG1, where: {SEX: {not: ["1"]}, DRUG1: [C]}}';
    const found = natureCombinations(modelWith(only)).find(({variables}) => variables.join() === "drug,sex");
    expect(found?.possible).not.toContainEqual(["cannabis", "female"]);
    expect(found?.possible).toContainEqual(["cannabis", "male"]);
  });

  test.each([
    ['{name: a, title: a, drop: SEX, where: {SEX: ["3"], AREA: [K]}}', 'column "SEX" has no code "3"'],
    ['{name: a, title: a, drop: DRUG1, where: {SEX: ["2"], AREA: [K]}}', '"DRUG1" is to be dropped'],
    ['{name: a, title: a, drop: SEX, where: {SEX: ["2"]}}', "name two columns or more"],
    ["{name: a, title: a, drop: SEX, where: {SEX: [2], AREA: [K]}}", "codes are texts"],
    ['{name: a, title: a, drop: SEX, where: {SEX: ["2"], WANTS: [A]}}', 'column "WANTS" is of type codes'],
    ['{name: a, title: a, drop: SEX, where: {SEX: ["2"], ARAE: [K]}}', 'there is no column "ARAE". Did you mean'],
    ['{name: born-first, title: a, drop: SEX, where: {SEX: ["2"], AREA: [K]}}', 'the rule name "born-first" is taken'],
  ])("are refused with their place where they say nothing: %s", (impossible, message) => {
    const refused = (): unknown => modelWith(kentForMen, impossible);
    expect(refused).toThrow(/^data\/dictionaries\/small\.yaml, line 55, column \d+: /);
    expect(refused).toThrow(message);
  });
});
