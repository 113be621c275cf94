import {describe, expect, test} from "vitest";
import {dictionary, extract, failure, form, overForms, reading} from "./smallProject.ts";
import {parquetOf} from "./parquetOf.ts";

/** What the only client of an extract says over all forms: first and last sex, whether ever a woman, and how many forms. */
function saidIn(file: string | Buffer): Promise<readonly string[]> {
  const by = ["first-sex", "last-sex", "ever-woman", "forms"];
  return reading(
    file,
    async (_, ingested) => {
      const [groups = []] = await ingested.count("clients", [{by, counts: [[]]}]);
      expect(groups).toHaveLength(1);
      return groups[0]?.at ?? [];
    },
    overForms,
  );
}

/** Forms of one client, each as what it says beside what is usual. */
const client = (...forms: readonly Readonly<Record<string, string>>[]): string =>
  extract(...forms.map((one) => form({CLIENT: "CANARY-1", ...one})));

const [first, second, third] = ["01/05/2007", "02/05/2007", "03/05/2007"].map((day) => ({SEEN: day, TRIAGED: day}));
const man = {SEX: "1"};
const woman = {SEX: "2"};
const unknown = {SEX: "9"};
const blank = {SEX: ""};

describe("answers over all forms of a client", () => {
  test.each([
    ["of one form", [man], ["male", "male", "no", "1"]],
    ["in the order of the dates, not of the lines", [{...woman, ...second}, {...man, ...first}], ["male", "female", "yes", "2"]],
    ["with the day that comes next in the dictionary where the first is the same", [
      {...man, TRIAGED: "03/05/2007", SEEN: "02/05/2007"}, {...woman, TRIAGED: "03/05/2007", SEEN: "01/05/2007"},
    ], ["female", "male", "yes", "2"]],
    ["with the later line where all days are the same", [{...woman, ...first}, {...man, ...first}], ["female", "male", "yes", "2"]],
    ["with a blank day before every other", [{...man, ...second}, {...woman, ...third, TRIAGED: ""}], ["female", "male", "yes", "2"]],
    ["where the first and the last form state nothing", [
      {...blank, ...first}, {...man, ...second}, {...unknown, ...third},
    ], ["male", "male", "not-stated", "3"]],
    ["where none states anything", [{...blank, ...first}, {...unknown, ...second}], ["not-stated", "not-stated", "not-stated", "2"]],
    ["with a code that is in no list", [{SEX: "?", ...first}, {...man, ...second}], ["male", "male", "not-stated", "2"]],
    ["that are yes for one form, whatever the others leave out", [{...blank, ...first}, {...woman, ...second}, {...man, ...third}], ["female", "male", "yes", "3"]],
    ["without forms of another period", [{...woman, SEEN: "01/05/2006", TRIAGED: "02/05/2006"}, {...man, ...second}], ["male", "male", "no", "1"]],
    ["without forms that are set aside", [{...woman, SEEN: "02/05/2007", TRIAGED: "01/05/2007"}, {...man, ...second}], ["male", "male", "no", "1"]],
  ] as const)("%s", async (_, forms, expected) => {
    const csv = client(...forms);
    expect(await saidIn(csv)).toEqual(expected);
    expect(await saidIn(await parquetOf(csv))).toEqual(expected);
  }); // prettier-ignore

  test("are each client's own", async () => {
    const csv = extract(
      form({CLIENT: "CANARY-1", ...woman, ...first}),
      form({CLIENT: "CANARY-2", ...man, ...second}),
      form({CLIENT: "CANARY-1", ...man, ...third}),
    );
    const by = ["first-sex", "forms"];
    const counted = await reading(csv, (_, ingested) => ingested.count("clients", [{by, counts: [[]]}]), overForms);
    const groups = counted[0]?.map(({at}) => at.join(" "));
    expect(groups?.toSorted()).toEqual(["female 2", "male 1"]);
  });
});

test("a client of more forms than there can be stops the build, and no reference is printed", async () => {
  const many = Array.from({length: 10}, () => ({}));
  const error = await failure(client(...many), overForms);
  expect(error.message).toBe(
    'people.csv: a client has more forms in the period than the 9 that the dictionary "small" allows. Raise "most" there, or look whether one reference stands for several people.',
  );
  expect(await saidIn(client(...many.slice(1)))).toContain("9");
});

describe("a dictionary is refused, before a form is read,", () => {
  const given = (variable: string, more = "") => ({
    "data/dictionaries/small.yaml": `${dictionary}  most: {label: Most, how-many: forms, most: 9, unit: forms}
  wrong: {label: Wrong, ${variable}}\n${more}`,
  });

  test.each([
    [
      "an unknown column",
      "from: {first: SEXX}",
      /line \d+, column \d+: there is no column "SEXX". Did you mean "SEX"\?/,
    ],
    ["a date", "from: {last: DOB}", /column "DOB" is of type date. A column of type code is needed here/],
    ["a question with several answers", "any: WANTS, is: [A]", /column "WANTS" is of type codes/],
    ["a code that the list lacks", 'any: SEX, is: ["3"]', /column "SEX" has no answer "3"/],
    ["a code that is no answer", 'any: SEX, is: ["9"]', /column "SEX" has no answer "9"/],
    ["all codes", 'any: SEX, is: ["1", "2"]', /every answer to "SEX" is named/],
    ["a number without quotation marks", "any: SEX, is: [2]", /codes are texts: write them in quotation marks/],
    ["first and last at once", "from: {first: SEX, last: SEX}", /a variable is a label with one of: from/],
    [
      "a number of other things",
      "how-many: clients, most: 9, unit: forms",
      /"variables.wrong.how-many" is "clients", not "forms"/,
    ],
    ["a number of forms without an end", "how-many: forms, unit: forms", /wrong/],
    [
      "two ends of the number of forms",
      "how-many: forms, most: 8, unit: forms",
      /the number of forms has another most in a variable before/,
    ],
  ])("for %s", async (_, variable, expected) => {
    const error = await failure(extract(form()), given(variable));
    expect(error.message).toMatch(expected);
    expect(error.message).toContain("data/dictionaries/small.yaml");
  });

  test("for a column that stands in an impossible combination", async () => {
    const impossible = 'impossible:\n  - {name: no, title: No, where: {SEX: ["2"], AREA: [K]}, drop: SEX}\n';
    const error = await failure(extract(form()), given("from: {first: AREA}", impossible));
    expect(error.message).toContain('"AREA" stands in the impossible combination "no"');
  });

  test("for a column of the extract that is called like one", async () => {
    const named = dictionary.replace(
      "\n  AREA:",
      '\n  "first AREA": {title: First area, type: code, list: areas}\n  AREA:',
    );
    const files = {"data/dictionaries/small.yaml": `${named}  wrong: {label: Wrong, from: {first: AREA}}\n`};
    expect((await failure(extract(form()), files)).message).toContain('the extract has a column "first AREA"');
  });
});
