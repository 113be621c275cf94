import {describe, expect, test} from "vitest";
import {parquetOf} from "./parquetOf.ts";
import {dictionary, extract, failure, form, reading} from "./smallProject.ts";

const areas = `code,name,label,text,role,region
01,kent,Kent,Kent,,south
02,surrey,Surrey,Surrey,,south
10A,leeds,Leeds,Leeds,,north
10B,hull,Hull,Hull,,north
ABROAD,abroad,Abroad,abroad,outside,
`;
const project = {"data/codelists/areas.csv": areas};

/** Forms with these answers in turn, ten of each, beside twenty with a code of the list. */
const given = (...answers: readonly string[]): string =>
  extract(
    ...Array.from({length: 20}, () => form({AREA: "01"})),
    ...Array.from({length: 10}, () => answers.map((AREA) => form({AREA}))).flat(),
  );
const hintOn = (text: string | Buffer, column = "AREA") =>
  reading(text, ({faultCounts}) => faultCounts.find((one) => one.column === column), project);

describe("of many codes that are in no list is said what they have in common", () => {
  test.each<[readonly string[], string]>([
    [["1", "2"], "noughts before them are missing"],
    [["001", "002"], "noughts before them that the list's have not"],
    [["01.0", "02.00"], "end in decimals"],
    [["abroad", "Abroad"], "in capitals alone"],
    [["'01'", "[02]"], "other signs around them"],
    [["Kent", "surrey"], "what the list calls its codes"],
    [["SECRET-9"], "one and the same text"],
    [["10", "ABRO"], "cut off after some signs"],
  ])("%j", async (answers, words) => {
    const fault = await hintOn(given(...answers));
    expect(fault).toMatchObject({rule: "unlisted-code", forms: 10 * answers.length});
    expect(fault?.hint).toContain(words);
    expect(fault?.hint).not.toMatch(/SECRET|Kent|\d/);
  });

  test("and nothing where they have nothing in common, or are few", async () => {
    expect((await hintOn(given("1", "Kent", "SECRET-9")))?.hint).toBeUndefined();
    const few = extract(...Array.from({length: 20}, () => form({AREA: "01"})), form({AREA: "1"}));
    expect((await hintOn(few))?.hint).toBeUndefined();
  });

  test("of Parquet too, and of codes that were not in force", async () => {
    expect((await hintOn(await parquetOf(given("1", "2"))))?.hint).toContain("noughts before them are missing");
    const late = extract(...Array.from({length: 20}, () => form({AREA: "01", DRUG1: "O", SEEN: "10/12/2007"})));
    expect((await hintOn(late.replaceAll("11/05/2007", "11/12/2007"), "DRUG1"))?.hint).toContain("not in force");
  });
});

test("a file that is refused for its codes says it too, without a value", async () => {
  const error = await failure(extract(...Array.from({length: 40}, () => form({AREA: "1"}))), {
    ...project,
    "data/dictionaries/small.yaml": dictionary.replace("dropped-answers: 100%", "dropped-answers: 25%"),
  });
  expect(error.message).toMatch(
    /dropped for unlisted-code than the 25% that the dictionary allows: noughts before them/,
  );
});
