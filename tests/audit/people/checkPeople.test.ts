import {describe, expect, test} from "vitest";
import {checkPeople, type PeopleCertificate, type PeopleCheck, type Witness} from "../../../src/audit/index.ts";
import {tinyRelease} from "../tinyRelease.ts";
import {alike, smallCertificate, type SmallPeople} from "./smallPeople.ts";

/** Three women in Kent among men. */
const small: SmallPeople = {
  columns: {sex: ["women", "men"], area: ["kent", "surrey"]},
  rows: [...alike(3, "women kent"), ...alike(7, "men kent"), ...alike(10, "men surrey")],
};
const [sex, area] = [0, 1];
const [women, men] = [0, 1];
const aWomanMore = {changes: [[3, sex, women]]};
const release = tinyRelease({
  variables: {sex: ["women", "men"], area: ["kent", "surrey"]},
  counts: {"": 20, "area=kent": 10, "area=surrey": 10, "sex=women": "c", "sex=men": "c"},
  policy: {level: "exact"},
});
const unsafe = "count people [sex=women]";

function check(certificate: PeopleCertificate, against = [release]): PeopleCheck {
  return checkPeople(against, certificate, {unsafe: new Set([unsafe]), tooFew: new Set()});
}

function checked(witnesses: readonly Partial<Witness>[], people = small): PeopleCheck {
  return check(smallCertificate(people, witnesses));
}

const sound = smallCertificate(small, [aWomanMore]);

describe("a certificate on people holds where", () => {
  test("other people give the same publication and another count", () => {
    expect(check(sound)).toEqual({holds: true, faults: [], open: [], narrow: [], unread: [], populations: 2});
  });

  test("what the rows of the base are called, and in which order they stand, tells nothing", () => {
    const turned = {...small, rows: small.rows.toReversed()};
    expect(checked([{changes: [[10, sex, women]]}], turned).holds).toBe(true);
  });

  test("a mark that is not small has one value, at or above the threshold", () => {
    expect(check(sound).open).not.toContain("count people [sex=men]");
  });

  test("a count has fewer values than the level aims at, which is told", () => {
    const aimed = tinyRelease({
      variables: {sex: ["women", "men"], area: ["kent", "surrey"]},
      counts: {"": 20, "sex=women": "c", "sex=men": "c"},
    });
    expect(check(sound, [aimed])).toMatchObject({holds: true, narrow: [unsafe]});
  });
});

describe("a certificate on people is refused where", () => {
  test("a population is left out, so that a withheld count has one value", () => {
    const {holds, open} = checked([]);
    expect(holds).toBe(false);
    expect(open).toContain(unsafe);
  });

  test("all its populations are alike", () => {
    const {holds, open} = checked([{changes: [[0, sex, women]]}, {changes: []}]);
    expect(holds).toBe(false);
    expect(open).toContain(unsafe);
  });

  test("a value of the base is changed, so that it does not give what is printed", () => {
    const {base} = smallCertificate({...small, rows: small.rows.with(0, "women surrey")}, []);
    expect(check({...sound, base}).faults).toContain(
      "the base does not give what is published: count people [area=kent]",
    );
  });

  test("a population breaks a printed count", () => {
    const {holds, faults} = checked([aWomanMore, {changes: [[0, area, 1]]}]);
    expect(holds).toBe(false);
    expect(faults).toContain("population 2 does not give what is published: count people [area=kent]");
  });

  test("a population leaves nobody behind a mark", () => {
    const {faults} = checked([aWomanMore, {changes: [[0, sex, men, 1, sex, men, 2, sex, men]]}]);
    expect(faults).toEqual(["population 2 does not give what is published: count people [sex=women]"]);
  });

  test("a whole turn of a column breaks a printed count", () => {
    const joint = tinyRelease({
      variables: {sex: ["women", "men"], area: ["kent", "surrey"]},
      counts: {"": 20, "sex=men,area=surrey": 10},
    });
    const {faults} = check(smallCertificate(small, [{rotations: [{source: 0, column: sex, within: [], by: 10}]}]), [
      joint,
    ]);
    expect(faults).toEqual(["population 1 does not give what is published: count people [area=surrey,sex=men]"]);
  });

  test("a population that breaks what is printed is not counted as one that hides", () => {
    const {open} = checked([{changes: [[0, sex, men, 0, area, 1]]}]);
    expect(open).toContain(unsafe);
  });

  test("its definitions give a category other values", () => {
    const {definitions} = sound;
    const population = definitions.editions[0]!.populations[0]!;
    const variables = {...population.variables, area: {column: area, categories: {kent: [0, 1], surrey: [1]}}};
    const altered = {...definitions, editions: [{name: "tiny", populations: [{...population, variables}]}]};
    expect(check({...sound, definitions: altered})).toMatchObject({holds: false});
  });

  test("its definitions count some of the records alone", () => {
    const {definitions} = sound;
    const population = {...definitions.editions[0]!.populations[0]!, counted: [{column: sex, values: [men]}]};
    const altered = {...definitions, editions: [{name: "tiny", populations: [population]}]};
    expect(check({...sound, definitions: altered}).faults).not.toEqual([]);
  });

  test("it is empty", () => {
    const empty = {...sound, definitions: {sources: [], editions: []}, base: [], witnesses: []};
    expect(check(empty)).toMatchObject({holds: false, faults: ["the definitions lack people"]});
  });

  test("its definitions lack a variable of the release, or a category of one", () => {
    const variables = {sex: {column: sex, categories: {women: [women]}}};
    const {holds, faults} = check(smallCertificate({...small, population: {variables}}, []));
    expect(holds).toBe(false);
    expect(faults).toEqual([
      "the definitions of sex of people are not those of the release",
      "the definitions lack area of people",
    ]);
  });
});

describe("a certificate on people is refused as unreadable where", () => {
  test.each([
    ["an age that is no value", "0x3 7x17"],
    ["a run that is no number", "a 1x19"],
    ["a run below nobody", "0x-3 1x17"],
    ["too few values", "0x3 1x16"],
    ["too many values", "0x3 1x18"],
    ["none at all", ""],
  ])("its base has %s", (_, column) => {
    const base = [[column, ...sound.base[0]!.slice(1)]];
    expect(check({...sound, base})).toMatchObject({holds: false, faults: ["the base is not as its definitions say"]});
  });

  test("its base lacks a column, or a whole source", () => {
    expect(check({...sound, base: [sound.base[0]!.slice(0, 1)]}).holds).toBe(false);
    expect(check({...sound, base: []}).holds).toBe(false);
  });

  test.each([
    ["a record that there is not", {changes: [[20, sex, women]]}],
    ["a column that there is not", {changes: [[0, 2, women]]}],
    ["a value that there is not", {changes: [[0, sex, 2]]}],
    ["a source that there is not", {changes: [[], [0, sex, women]]}],
    ["a change without its value", {changes: [[3, sex]]}],
    ["a turn of a column that there is not", {rotations: [{source: 0, column: 2, within: [], by: 1}]}],
    ["a turn of a source that there is not", {rotations: [{source: 1, column: sex, within: [], by: 1}]}],
    ["a turn within a column that there is not", {rotations: [{source: 0, column: sex, within: [{column: 9}], by: 1}]}],
  ])("a population names %s", (_, strange) => {
    const {holds, faults} = checked([aWomanMore, strange]);
    expect(holds).toBe(false);
    expect(faults).toEqual(["population 2 is not told as the certificate's layout asks"]);
  });

  test("a whole turn follows populations that change single records", () => {
    const {faults} = checked([aWomanMore, {rotations: [{source: 0, column: sex, within: [{column: area}], by: 1}]}]);
    expect(faults).toEqual(["population 2 is not told as the certificate's layout asks"]);
  });

  test("it holds a record that no dictionary accepts", () => {
    const impossible = [{columns: [sex, area], values: [[women, 1]]}];
    const moved = {changes: [[0, area, 1, 10, area, 0]]};
    expect(checked([aWomanMore, moved], {...small, impossible}).faults).toEqual([
      "population 2 holds a record that the dictionary does not accept",
    ]);
    const base = {...small, impossible: [{columns: [sex, area], values: [[men, 1]]}]};
    expect(checked([aWomanMore], base).faults).toContain("the base holds a record that the dictionary does not accept");
  });

  test("a turn makes a record that no dictionary accepts", () => {
    const impossible = [{columns: [sex, area], values: [[women, 1]]}];
    const rotations = [{source: 0, column: sex, within: [], by: 10}];
    const {faults} = checked([{rotations}], {...small, impossible});
    expect(faults).toEqual(["population 1 holds a record that the dictionary does not accept"]);
  });
});

test("what is unsafe is what is signed off, whatever the certificate says", () => {
  const twice = {...small, rows: [...alike(6, "women kent"), ...alike(4, "men kent"), ...alike(10, "men surrey")]};
  const certificate = {...smallCertificate(twice, []), unsafe: []};
  const signed = (keys: readonly string[]) =>
    checkPeople([release], certificate, {unsafe: new Set(keys), tooFew: new Set()}).open;
  expect(signed([])).not.toContain(unsafe);
  expect(signed([unsafe])).toContain(unsafe);
});

test("a group that no cell shows is asked too: of twenty, those of whom all but three are printed", () => {
  const rest = tinyRelease({
    variables: {sex: ["women", "men"], area: ["kent", "surrey"]},
    counts: {"": 20, "sex=men": 17},
  });
  const {holds, open} = check(sound, [rest]);
  expect(holds).toBe(false);
  expect(open.length).toBeGreaterThan(0);
});
