import {describe, expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {
  cellKey,
  expandQuery,
  openProject,
  parseQuery,
  setsAsked,
  type GroupingDeclaration,
  type RelatedVocabulary,
} from "../../../src/publication/index.ts";
import {countOfLabel} from "../../../src/publication/chapter/countOfLabel.ts";
import {parseDirective} from "../../../src/publication/directive/parseDirective.ts";
import {smallProject, smallReport} from "../sources/files/smallProject.ts";

const position = {file: "template.yaml", line: 1, column: 1};

/** A group of the template that holds two drugs. */
const street: GroupingDeclaration = {
  name: "kind",
  label: "Kind",
  of: "drug",
  groups: [
    {name: "street", label: "Street", text: "street", of: ["heroin", "cannabis"]},
    {name: "other", label: "Other", text: "other", of: "rest"},
  ],
  position,
};

const hardUsers = {
  name: "some",
  label: "some",
  heading: "Some",
  extract: "people",
  dictionary: "small",
  one: "client",
  where: [{variable: "drug", categories: ["heroin", "old-drug"], isNot: false, position}],
} as const;

/** The vocabulary of a report whose text asks some queries. */
function vocabularyOf(texts: readonly string[], groupings: readonly GroupingDeclaration[] = []): RelatedVocabulary {
  const report = smallReport();
  const sets = setsAsked(texts.map((text) => parseQuery(text)));
  const populations = [...report.populations, hardUsers];
  return vocabularyFor(openProject(smallProject()), {...report, populations, groupings, sets});
}

function keysOf(texts: readonly string[], groupings: readonly GroupingDeclaration[] = []): readonly string[] {
  const vocabulary = vocabularyOf(texts, groupings);
  return texts.flatMap((text) => expandQuery(parseQuery(text), vocabulary).map(({address}) => cellKey(address)));
}

const keyOf = (text: string, groupings: readonly GroupingDeclaration[] = []) => keysOf([text], groupings)[0];

describe("several categories asked as one", () => {
  test("are one cell, in whatever order they stand", () => {
    const keys = keysOf(["count clients drug=heroin/cannabis", "count clients drug=cannabis/heroin"]);
    expect(new Set(keys)).toEqual(new Set(["count clients [drug-is-cannabis-or-heroin=these]"]));
  });

  test("are the cell of what they leave out, where that is asked by not", () => {
    const keys = keysOf(["count clients drug=heroin/cannabis", "count clients drug!=old-drug/not-stated"]);
    expect(new Set(keys).size).toBe(1);
  });

  test("are the cell of a group of the template that holds the same", () => {
    expect(keyOf("count clients drug=heroin/cannabis", [street])).toBe("count clients [kind=street]");
    expect(keyOf("share clients drug=heroin/cannabis among stated", [street])).toBe(
      "share clients [kind=street] among [kind=stated]",
    );
  });

  test("are the cell of a group of the dictionary that holds the same", () => {
    expect(keyOf("count forms drug=cannabis/old-drug")).toBe("count forms [drug-class=soft,usable=yes]");
  });

  test("are the cell of a part of the population that is the same", () => {
    const keys = keysOf(["count clients drug=heroin/old-drug sex=male", "count some sex=male"]);
    expect(keys).toEqual(Array(2).fill("count clients [drug-of-some=these,sex=male]"));
  });

  test("are the one category that is left, or all answers", () => {
    expect(keyOf("count clients sex!=male/not-stated")).toBe("count clients [sex=female]");
    expect(keyOf("count clients drug!=not-stated")).toBe("count clients [drug=stated]");
  });

  test("hold those not stated where not does not name them", () => {
    const {variables} = vocabularyOf(["count clients drug!=heroin"]).populations[0]!;
    expect(variables.at(-1)).toMatchObject({
      name: "drug-is-not-heroin",
      label: "Drug",
      categories: [{name: "these", label: "Other than heroin"}, {name: "others"}],
      reads: {categories: {these: ["C", "O"], others: ["H"]}, blank: "these"},
    });
  });

  test("are called by their words", () => {
    const {variables} = vocabularyOf(["count clients drug=old-drug/heroin"]).populations[1]!;
    const [these] = variables.find(({name}) => name.startsWith("drug-is"))?.categories ?? [];
    expect(these).toMatchObject({label: "Heroin or old drug", text: "heroin or old drug"});
  });

  test("have a label of their words, which is refused as a query of them is", () => {
    const populationsOf = (text: string) => {
      const label = parseDirective(text, {file: "10-who.md", line: 4, column: 1});
      if (label.kind !== "label") throw new Error("it is no label");
      const asked = countOfLabel(label);
      const report = {...smallReport(), sets: setsAsked([asked])};
      const vocabulary = vocabularyFor(openProject(smallProject()), report);
      return expandQuery(asked, vocabulary).map(({population}) => [population, label.at] as const);
    };
    const [[population, at] = []] = populationsOf("label clients drug=heroin/cannabis");
    const [name = ""] = Object.keys(at ?? {});
    const named = population?.variables.find((one) => one.name === name)?.categories;
    expect(named?.find((one) => one.name === at?.[name])?.text).toBe("heroin or cannabis");
    expect(() => populationsOf("label clients wants=advice/beds")).toThrow("several answers");
    expect(() => populationsOf("label clients drug=heroine/cannabis")).toThrow('"heroine"');
  });

  test("may be bands side by side", () => {
    expect(() => keysOf(["count clients age-group!=young/not-stated"])).not.toThrow();
  });

  test("stand in a base, and beside other variables", () => {
    expect(keyOf("share clients sex=male among drug=heroin/cannabis")).toBe(
      "share clients [drug-is-cannabis-or-heroin=these,sex=male] among [drug-is-cannabis-or-heroin=these]",
    );
    expect(keysOf(["count clients drug=heroin/cannabis by sex"])).toHaveLength(3);
  });

  test("have the count of those not stated beside them", () => {
    const text = "share clients drug=heroin/cannabis";
    const [asked] = expandQuery(parseQuery(text), vocabularyOf([text], [street]));
    expect(asked).toMatchObject({denominator: {at: {}}, missing: {at: {kind: "not-stated"}}});
  });
});

describe("what cannot be asked as one is refused", () => {
  test.each([
    ["count clients durg=heroin/cannabis", 'there is no variable of clients "durg"'],
    ["count clients drug=heroine/cannabis", 'there is no category of drug "heroine"'],
    ["count clients drug=heroin/heroin", '"heroin" stands here twice'],
    ["count clients drug=heroin/", '"" is not a name'],
    ["count clients drug=heroin drug!=cannabis", '"drug" has two categories here'],
    ["count clients drug!=heroin by drug", '"drug" has two parts to play'],
    ["share clients drug=heroin/cannabis among drug=heroin", '"drug" has two parts to play'],
    ["count clients wants=advice/beds", 'a record can have several answers to "wants" at once'],
    ["count clients age!=not-stated", '"age" is a number and has no categories'],
    ["count clients quarter=2007-08-q1/2007-08-q2", 'answers to "quarter" cannot be asked together'],
    ["count forms fate=counted/superseded", 'answers to "fate" cannot be asked together'],
    ["count clients problem!=yes", 'answers to "problem" cannot be asked together'],
    ["count clients sex=male/female/not-stated", "everybody is sex=male/female/not-stated"],
    ["count clients sex!=male/female/not-stated", "nobody is sex!=male/female/not-stated"],
    [
      "count clients age-group!=young",
      "only bands that lie side by side can be asked together, and none with not-stated",
    ],
    ["share clients drug!=heroin among stated", "holds those whose answer is not-stated"],
    ["count some drug=heroin/cannabis", 'there is no category of drug "cannabis"'],
    ["count some drug!=cannabis/not-stated", 'all of "some" are drug!=cannabis/not-stated'],
    ["count some drug!=heroin/old-drug", 'nobody of "some" is drug!=heroin/old-drug'],
    ["count clients drug=heroin/cannabis kind=other", "nobody has all of these answers"],
  ])("%s", (text, message) => {
    expect(() => keysOf([text], [street])).toThrow(message);
  });

  test("a set of which the release of another edition knows nothing", () => {
    const text = "count clients drug=heroin/cannabis";
    expect(() => expandQuery(parseQuery(text), vocabularyOf([]))).toThrow("was not asked that");
  });

  test("two sets whose names would be one", () => {
    const position = {file: "10-who.md", line: 4, column: 1};
    const [one] = setsAsked([parseQuery("count clients drug=heroin/cannabis", position)]);
    const report = smallReport();
    const other = {...one!, set: {...one!.set, categories: ["cannabis-or-heroin"]}};
    const ask = () => vocabularyFor(openProject(smallProject()), {...report, sets: [one!, other]});
    expect(ask).toThrow('10-who.md, line 4, column 15: "drug=heroin/cannabis" is told apart by a variable');
  });
});
