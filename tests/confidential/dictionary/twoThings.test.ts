import {rmSync} from "node:fs";
import {describe, expect, onTestFinished, test} from "vitest";
import {modelExtract} from "../../../src/confidential/dictionary/modelExtract.ts";
import {openProject} from "../../../src/publication/index.ts";
import {codeLists, dictionary, smallProject, smallReport} from "../sources/files/smallProject.ts";

/** What is said of a project with the usual dictionary and lists but for a change in one of them. */
function saidOf(file: string, from: string, to: string): string {
  const before = file === "dictionary" ? dictionary : (codeLists[file] ?? "");
  if (!before.includes(from)) throw new Error(`there is no ${from} to change`);
  const path = file === "dictionary" ? "data/dictionaries/small.yaml" : `data/codelists/${file}.csv`;
  const root = smallProject({[path]: before.replace(from, () => to)});
  onTestFinished(() => {
    rmSync(root, {recursive: true});
  });
  try {
    const {region, period} = smallReport();
    modelExtract(openProject(root), "small", {region, window: period});
    return "nothing";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
}

const sex = "  SEX: {title: Sex, type: code, list: sex}\n";
const second = "title: Sex, type: code, list: sex";

describe("a dictionary in which a name would stand for two things is refused:", () => {
  test.each([
    ["columns that differ in capitals", sex, `${sex}  sex: {${second}}\n`, '"sex" may stand for column "SEX" as well'],
    ["a column with a blank", sex, `${sex}  "SEX ": {${second}}\n`, "has blanks that no header keeps"],
    ["another name of two columns", sex, `${sex}  GENDER: {${second}, also: [Sex]}\n`, "may stand for column"],
    ["a group named twice", "name: young, label", "name: old, label", 'the group "old" stands here twice'],
    ["a label of two groups", "label: Young", "label: Old", 'the label "Old" stands here twice'],
    ["a group that is called as a total", "name: young", "name: total", "a meaning of its own in queries"],
    [
      "a place that is in and out",
      "inside: inside, elsewhere: elsewhere",
      "inside: in, elsewhere: in",
      '"in" stands here twice',
    ],
    ["a column asked twice", "columns: [DRUG1, DRUG2]", "columns: [DRUG1, DRUG1]", '"DRUG1" stands here twice'],
    ["a date that stands for a client twice", "[TRIAGED, SEEN]", "[SEEN, SEEN]", '"SEEN" stands here twice'],
  ])("%s", (...[, from, to, words]) => {
    expect(saidOf("dictionary", from, to)).toContain(words);
  });
});

describe("a dictionary with which nothing could be read as it is meant is refused:", () => {
  test.each([
    ["a delimiter that is a letter", 'delimiter: ","', "delimiter: a", "fields cannot be parted by a letter"],
    ["one that is a quotation mark", 'delimiter: ","', "delimiter: '\"'", "fields cannot be parted by"],
    ["one that ends lines", 'delimiter: ","', 'delimiter: "\\n"', "fields cannot be parted by"],
    ["one that takes two bytes", 'delimiter: ","', "delimiter: §", "fields cannot be parted by"],
    ["a separator that is a letter", 'separator: ";"', "separator: A", "codes cannot be parted by a letter"],
    ["dates from late to early", "from: 1900-01-01}", "from: 2000-01-01, to: 1900-01-01}", "Exchange from and to"],
    ["a rule about one column", "holds: DOB < SEEN", "holds: DOB < DOB", 'compares "DOB" with itself'],
    ["years of one date", "{from: DOB, to: SEEN}, unit", "{from: DOB, to: DOB}, unit", "to itself there are no years"],
    ["years between two that are none", "between: [10, 100]", "between: [100, 10]", "the smaller number first"],
    [
      "groups that end below",
      "text: old, from: 30",
      "text: old, from: 30, to: 64",
      'above group "old" years are left out',
    ],
    ["groups that begin above", "text: young, to: 29", "text: young, from: 18, to: 29", 'below group "young" years'],
    ["an answer that nobody can give", 'is: "yes"', "is: perhaps", 'no row of data/codelists/drugs.csv has "perhaps"'],
  ])("%s", (...[, from, to, words]) => {
    expect(saidOf("dictionary", from, to)).toContain(words);
  });
});

test("a place whose region is misspelt is refused, because it would count as outside; one of another region is not", () => {
  expect(saidOf("areas", "L,leeds,Leeds,Leeds,,north", "L,leeds,Leeds,Leeds,,yorkshire")).toBe("nothing");
  expect(saidOf("areas", "K,kent,Kent,Kent,,south", "K,kent,Kent,Kent,,sooth")).toContain(
    'data/codelists/areas.csv, line 2: there is no region "sooth". Did you mean "south"?',
  );
});

describe("a code list in which two things are called alike is refused:", () => {
  test.each([
    ["a label of two names", "sex", "female,Women", "female,men", "the label is that of line 2"],
    ["a name of two labels", "sex", "2,female", "2,male", '"male" has another label, text or role than in line 2'],
    [
      "a group that stands twice",
      "classes",
      ",hard,Hard,hard",
      ",hard,Hard,hard\n,hard,Hard,hard",
      "stands in line 2 already",
    ],
    ["a code with the sign that parts codes", "wants", "A,advice", "A;B,advice", 'the code holds ";"'],
    [
      "a validity that ends before it begins",
      "drugs",
      ",,2007-06-30",
      ",2008-01-01,2007-06-30",
      "Exchange the two dates",
    ],
  ] as const)("%s", (...[, list, from, to, words]) => {
    expect(saidOf(list, from, to)).toContain(words);
  });

  test("one of more rows than any question has answers, at once", () => {
    const many = Array.from({length: 20_001}, (_, index) => `${index},n${index},l${index},t${index},\n`).join("");
    expect(saidOf("sex", "1,male", `${many}1,male`)).toContain("a code list has 20000 rows at most");
  });
});

test("a code that was meant as one may be a word of every object", () => {
  expect(saidOf("sex", "1,male,Men,men", "1,constructor,Builders,builders")).toBe("nothing");
});
