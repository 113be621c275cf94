import {describe, expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {
  cellKey,
  expandQuery,
  loadReport,
  openProject,
  parseQuery,
  type RelatedVocabulary,
} from "../../../src/publication/index.ts";
import {smallProject} from "../sources/files/smallProject.ts";

const report = `template: small
title: Small
summary: Small
region: south
period: {from: 2007-04-01, to: 2008-03-31}
publisher: Nobody
contact: nobody@example.org
synthetic: true
extracts: {people: data/extracts/people.csv}
`;

/** Lines of the template after those of the three whole populations. */
function vocabularyOf(...lines: readonly string[]): RelatedVocabulary {
  const project = openProject(
    smallProject({
      "templates/small/template.yaml": [
        "populations:",
        "  clients: {label: clients, heading: Clients, extract: people, dictionary: small, one: client}",
        "  forms: {label: forms, heading: Forms, extract: people, dictionary: small, one: form}",
        "  faults: {label: faults, heading: Faults, extract: people, dictionary: small, one: fault}",
        ...lines,
        "",
      ].join("\n"),
      "reports/small/report.yaml": report,
    }),
  );
  return vocabularyFor(project, loadReport(project, "small"));
}

const part = (where: string, one = "client"): string =>
  `  some: {label: some, heading: Some, extract: people, dictionary: small, one: ${one}, where: ${where}}`;

const grouping = (groups: string, of = "drug"): readonly string[] => [
  "variables:",
  `  kind: {label: Kind, of: ${of}, groups: [${groups}]}`,
];

const partOf = (where: string, one = "client") =>
  vocabularyOf(part(where, one)).populations.find(({name}) => name === "some")!;

const keysIn = (vocabulary: RelatedVocabulary, text: string): readonly string[] =>
  expandQuery(parseQuery(text), vocabulary).map(({address}) => cellKey(address));

describe("a part of a population", () => {
  test.each([
    ["{sex: [male]}", {sex: "male"}],
    ["{drug: {not: [not-stated]}}", {drug: "stated"}],
    ["{drug: {not: [heroin, cannabis, not-stated]}}", {drug: "old-drug"}],
    ["{drug: [heroin, cannabis]}", {"drug-of-some": "these"}],
    ["{age-group: [young], wants: [beds]}", {"age-group": "young", wants: "beds"}],
    ["{age: {not: [not-stated]}}", {age: "stated"}],
    ["{problem: [yes]}", {problem: "yes"}],
  ])("by %s stands at a place of its whole", (where, at) => {
    expect(partOf(where).partOf).toEqual({population: "clients", at});
  });

  test("has the answers that its records can have", () => {
    const {variables} = partOf("{drug-class: [hard]}");
    const names = (name: string) => variables.find((one) => one.name === name)?.categories.map((one) => one.name);
    expect(names("drug")).toEqual(["heroin"]);
    expect(names("problem")).toEqual(["yes"]);
    expect(names("sex")).toEqual(["male", "female", "not-stated"]);
    const stated = partOf("{drug: {not: [not-stated]}}").variables.find(({name}) => name === "drug-class");
    expect(stated?.categories.map(({name}) => name)).toEqual(["hard", "soft"]);
  });

  test("of a code that the list takes for no answer lies with those not stated", () => {
    const {variables} = vocabularyOf(part("{sex: {not: [male]}}")).populations[0]!;
    const [these] = variables.find(({name}) => name === "sex-of-some")!.categories;
    expect(these).toMatchObject({label: "Other than men", role: "value"});
    expect(variables.find(({name}) => name === "sex-of-some")?.reads).toMatchObject({
      as: "code",
      categories: {these: ["2", "9"], others: ["1"]},
      blank: "these",
    });
  });

  test("gives cells of its whole: shares of its own, means and quantiles, and the finer answer alone", () => {
    const vocabulary = vocabularyOf(part("{drug: [heroin, cannabis]}"));
    expect(keysIn(vocabulary, "share some sex=male")).toEqual([
      "share clients [drug-of-some=these,sex=male] among [drug-of-some=these]",
    ]);
    expect(keysIn(vocabulary, "share some by drug among stated")).toEqual([
      "share clients [drug=heroin] among [drug-of-some=these]",
      "share clients [drug=cannabis] among [drug-of-some=these]",
    ]);
    expect(keysIn(vocabulary, "mean age some by sex")[0]).toBe("mean age clients [drug-of-some=these,sex=male]");
    expect(keysIn(vocabulary, "count clients, some sex=male")).toEqual([
      "count clients [sex=male]",
      "count clients [drug-of-some=these,sex=male]",
    ]);
  });

  test("of forms counts the usable ones, where its conditions do not say which", () => {
    expect(keysIn(vocabularyOf(part("{sex: [male]}", "form")), "count some")).toEqual([
      "count forms [sex=male,usable=yes]",
    ]);
    expect(keysIn(vocabularyOf(part("{fate: [quarantined]}", "form")), "count some by sex")[0]).toBe(
      "count forms [fate=quarantined,sex=male]",
    );
  });

  test("is in no relation to others: its numbers are cells of its whole", () => {
    const relations = JSON.stringify(vocabularyOf(part("{sex: [male]}")).relations);
    expect(relations).not.toContain('"population":"some"');
  });

  test.each([
    ["count some by sex", 'all of "some" are sex=male'],
    ["share some sex=male", 'all of "some" are sex=male'],
    ["count some by wants", 'all of "some" are wants=advice'],
  ])("is not asked %s", (text, message) => {
    const vocabulary = vocabularyOf(part("{sex: [male], wants: [advice]}"));
    expect(() => expandQuery(parseQuery(text), vocabulary)).toThrow(message);
  });

  test("by a question with several answers is not crossed with another one", () => {
    const {populations, references} = vocabularyOf(part("{wants: [advice]}"));
    const other = {...populations[0]!.variables.find(({name}) => name === "wants")!, name: "needs"};
    const widened = populations.map((one) => ({...one, variables: [...one.variables, other]}));
    const ask = () => expandQuery(parseQuery("count some by needs"), {populations: widened, references});
    expect(ask).toThrow("each take several answers");
  });
});

describe("a variable of groups", () => {
  const hard = "{name: street, label: Street, text: street, of: [heroin, cannabis]}";
  const rest = "{name: others, label: Others, text: others, of: rest}";

  test("lies over the finer one, and not stated stays apart", () => {
    const {variables} = vocabularyOf(...grouping(`${hard}, ${rest}`)).populations[0]!;
    expect(variables.find(({name}) => name === "kind")?.categories.map(({name}) => name)).toEqual([
      "street",
      "others",
      "not-stated",
    ]);
    const within = variables.find(({name}) => name === "drug")?.categories.map((one) => one.within?.kind);
    expect(within).toEqual(["street", "street", "others", "not-stated"]);
  });

  test("takes in those not stated where a group names them", () => {
    const known = "{name: known, label: Known, text: known, of: [heroin, cannabis, old-drug]}";
    const none = "{name: none, label: None, text: none, of: [not-stated]}";
    const {variables} = vocabularyOf(...grouping(`${known}, ${none}`)).populations[0]!;
    expect(variables.find(({name}) => name === "kind")).toMatchObject({
      categories: [{name: "known"}, {name: "none"}],
      reads: {as: "code", blank: "none"},
    });
  });

  test("joins bands that lie side by side", () => {
    const groups = "{name: all-ages, label: All ages, text: all ages, of: [young, old]}, {name: x, label: X, text: x, of: [not-stated]}"; // prettier-ignore
    expect(() => vocabularyOf(...grouping(groups, "age-group"))).toThrow("only bands that lie side by side");
    const one = "{name: a, label: A, text: a, of: [young]}, {name: b, label: B, text: b, of: rest}";
    const {variables} = vocabularyOf(...grouping(one, "age-group")).populations[0]!;
    expect(variables.find(({name}) => name === "kind")?.reads).toMatchObject({
      as: "bands",
      categories: {a: [null, 29], b: [30, null]},
    });
  });

  test("has no category for the rest where a dictionary leaves none, and another one does", () => {
    const groups = "{name: hard, label: Hard, text: hard, of: [hard]}, {name: soft, label: Soft, text: soft, of: rest}";
    const {variables} = vocabularyOf(...grouping(groups, "drug-class")).populations[0]!;
    expect(variables.find(({name}) => name === "kind")?.categories.map(({name}) => name)).toEqual([
      "hard",
      "soft",
      "not-stated",
    ]);
  });

  test("can narrow a population itself", () => {
    const vocabulary = vocabularyOf(part("{kind: [others]}"), ...grouping(`${hard}, ${rest}`));
    expect(keysIn(vocabulary, "count some by drug")).toEqual(["count clients [drug=old-drug]"]);
  });
});

describe("what cannot be read for certain is refused, with its place", () => {
  const where = (condition: string, one?: string) => [part(condition, one)];
  const street = "{name: street, label: Street, text: street, of: [heroin, cannabis]}";
  test.each<[string, readonly string[], string]>([
    ["a variable that there is not", where("{sec: [male]}"), 'templates/small/template.yaml, line 5, column 100: there is no variable "sec" of clients. Did you mean "sex"?'],
    ["a category that there is not", where("{sex: [mal]}"), 'where sex: there is no category "mal". Did you mean "male"?'],
    ["a category twice", where("{sex: [male, male]}"), '"male" stands here twice'],
    ["everybody", where("{sex: [male, female, not-stated]}"), "every record has one of these"],
    ["nobody", where("{sex: {not: [male, female, not-stated]}}"), "no record has none of these"],
    ["conditions that exclude each other", where("{drug: [heroin], drug-class: [soft]}"), 'no record meets all conditions of "some"'],
    ["several of many answers", where("{wants: [advice, beds]}"), "a record can have several of its answers at once"],
    ["several answers of several columns", where("{problem: [no, not-stated]}"), "its answers cannot be asked together"],
    ["bands with not stated", where("{age-group: [young, not-stated]}"), "bands and not-stated cannot be asked together. Leave not-stated out."],
    ["bands and not stated, left by not", where("{age-group: {not: [old]}}"), "not leaves bands and not-stated, which cannot be asked together. Write not: [old, not-stated]."],
    ["a number of a number", where('{age: ["34"]}'), "where age: it is a number, of which can be asked whether it is stated or not-stated. Name a variable of its bands."],
    ["a number in place of a category", where("{drug: [7]}"), '5:102: "populations.some.where.drug.0": write the name of a category, in quotation marks'],
    ["a variable that a part makes, and that there is", [part("{drug: [heroin, cannabis]}"), ...grouping("{name: a, label: A, text: a, of: [heroin]}, {name: b, label: B, text: b, of: rest}").map((line) => line.replace("  kind:", "  drug-of-some:"))], 'are told apart by a variable "drug-of-some", and there is one of that name. Call that, or this population, otherwise.'],
    ["the same part twice", [part("{drug: [heroin, cannabis]}"), part("{drug: {not: [not-stated, old-drug]}}").replaceAll("some", "same").replaceAll("Some", "Same")], '"same" is the same part as "some". Leave one of them out, or correct it.'],
    ["the same part by another question", [part("{drug: [heroin]}"), part("{drug-class: [hard]}").replaceAll("some", "same").replaceAll("Some", "Same")], '"same" is the same part as "some"'],
    ["the same part by a group", [part("{drug: [heroin, cannabis]}"), part("{kind: [street]}").replaceAll("some", "same").replaceAll("Some", "Same"), ...grouping(`${street}, {name: o, label: O, text: o, of: rest}`)], '"same" is the same part as "some"'],
    ["the rest of nothing", grouping("{name: a, label: A, text: a, of: [heroin]}, {name: b, label: B, text: b, of: [cannabis, old-drug]}, {name: c, label: C, text: c, of: rest}"), 'the group "c" is the rest, and every answer is in another group. Leave it out.'],
    ["several fates", where("{fate: [counted, superseded]}", "form"), "of a question about the form itself name one answer"],
    ["a part of what is not there", ["  some: {label: some, heading: Some, extract: other, dictionary: small, one: client, where: {sex: [male]}}"], "is a part of a population that the template does not have"],
    ["a group of a variable that there is not", grouping(`${street}, {name: o, label: O, text: o, of: rest}`, "drugs"), 'no dictionary has a variable "drugs". Did you mean "drug"?'],
    ["a group of a category that there is not", grouping("{name: a, label: A, text: a, of: [heroine]}, {name: o, label: O, text: o, of: rest}"), '"drug" has no category "heroine". Did you mean "heroin"?'],
    ["a category in two groups", grouping(`${street}, {name: o, label: O, text: o, of: [heroin]}`), 'the category "heroin" stands here twice'],
    ["a category in no group", grouping(`${street}, {name: o, label: O, text: o, of: [not-stated]}`), '"old-drug" is in no group'],
    ["two groups of a name", grouping(`${street}, {name: street, label: O, text: o, of: rest}`), 'the group "street" stands here twice'],
    ["two groups of a label", grouping(`${street}, {name: o, label: Street, text: o, of: rest}`), 'the label "Street" stands here twice'],
    ["two rests", grouping("{name: a, label: A, text: a, of: rest}, {name: b, label: B, text: b, of: rest}"), 'two groups are "rest"'],
    ["a reserved name", grouping(`${street}, {name: total, label: O, text: o, of: rest}`), 'the name "total" has a meaning of its own'],
    ["groups of several answers", grouping("{name: a, label: A, text: a, of: [advice]}, {name: b, label: B, text: b, of: rest}", "wants"), 'the answers of "wants" cannot be grouped'],
    ["a name that is taken", ["variables:", `  sex: {label: Kind, of: drug, groups: [${street}, {name: o, label: O, text: o, of: rest}]}`], "there is a variable of that name already"],
  ])("%s", (_, lines, message) => {
    expect(() => vocabularyOf(...lines)).toThrow(message);
  });
}); // prettier-ignore
