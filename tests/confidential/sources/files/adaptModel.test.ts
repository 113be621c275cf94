import {describe, expect, test} from "vitest";
import type {ExtractReading} from "../../../../src/publication/index.ts";
import {parquetOf} from "./parquetOf.ts";
import {extract, failure, form, header, reading} from "./smallProject.ts";

const counted = (text: string | Buffer, how: ExtractReading): Promise<unknown> =>
  reading(text, ({faultCounts, counts}) => ({faults: faultCounts.length, counted: counts.counted}), {reading: how});

const ofAnotherService = extract(
  form({SEX: "M", AREA: "Kent", WANTS: "advice; beds"}),
  form({SEX: "F", AREA: "West\u00a0 Surrey", WANTS: "none"}),
).replace(header, header.replace("SEX", "M/F").replace("CLIENT", "Svc User ID"));
const asItWrites: ExtractReading = {
  columns: {SEX: "M/F", CLIENT: " Svc  User ID"},
  values: {
    SEX: {M: "1", F: "2"},
    AREA: {Kent: "K", "West Surrey": "S"},
    WANTS: {advice: "A", beds: "B", none: ""},
  },
};

describe("an extract of another service", () => {
  test("is read by its own names and values", async () => {
    expect(await counted(ofAnotherService, asItWrites)).toEqual({faults: 0, counted: 2});
  });
  test("with values from a table of their own", async () => {
    const files = {"data/extracts/areas.csv": "value;code\nKent;K\nWest  Surrey;S\n"} as const;
    const withTable = {...asItWrites, values: {...asItWrites.values, AREA: "data/extracts/areas.csv"}};
    const faults = await reading(ofAnotherService, ({faultCounts}) => faultCounts, {...files, reading: withTable});
    expect(faults).toEqual([]);
    const wrong = {"data/extracts/areas.csv": "value,code\nKent,K\nWest Surrey,Z\n"} as const;
    const error = await failure(ofAnotherService, {...wrong, reading: withTable});
    expect(error.message).toContain('data/extracts/areas.csv, line 3: "Z" is no code of data/codelists/areas.csv');
  });
  test("in the encoding that is stated", async () => {
    const text = extract(form({AREA: "K\u00e9nt"}));
    const bytes = Buffer.from([...text].map((letter) => (letter === "\u00e9" ? 0x8e : letter.charCodeAt(0))));
    expect(await counted(bytes, {encoding: "macintosh", values: {AREA: {"K\u00e9nt": "K"}}})).toEqual({
      faults: 0,
      counted: 1,
    });
  });
  test("in Parquet too", async () => {
    expect(await counted(await parquetOf(ofAnotherService), asItWrites)).toEqual({faults: 0, counted: 2});
  });
  test("has its values counted under the codes that they stand for", async () => {
    const sexes = await reading(
      ofAnotherService,
      async ({forms}, {connection}) => {
        const result = await connection.runAndReadAll(
          `SELECT ${forms.columnOf("SEX")} FROM ${forms.table} ORDER BY rowid`,
        );
        return result.getRows().map(([number]) => Number(number) - 2);
      },
      {reading: asItWrites},
    );
    expect(sexes).toEqual([0, 1]);
  });
});

describe("what a report says of an extract is refused before a form is read", () => {
  test.each<[string, ExtractReading, string]>([
    [
      "a column that the dictionary lacks, every one with the nearest",
      {columns: {SEXX: "M/F"}, values: {ARAE: {Kent: "K"}}},
      'no column "SEXX" (Did you mean "SEX"?), "ARAE" (Did you mean "AREA"?)',
    ],
    [
      "a code that the list lacks",
      {values: {SEX: {M: "7"}}},
      'values of "SEX": "7" is no code of data/codelists/sex.csv',
    ],
    ["a value that stands twice, blanks aside", {values: {SEX: {M: "1", "M ": "2"}}}, '"M" stands there twice'],
    ["values of a column without codes", {values: {CLIENT: {x: "y"}}}, 'column "CLIENT" holds no codes'],
  ])("%s", async (_, how, message) => {
    const error = await failure(extract(form()), {reading: how});
    expect(error).toMatchObject({exitCode: 11});
    expect(error.message).toContain(message);
  });
  test("a name that the header lacks, and that one alone", async () => {
    const error = await failure(ofAnotherService, {
      reading: {...asItWrites, columns: {SEX: "Gendre", CLIENT: "Svc User ID"}},
    });
    expect(error.message).toContain('the header lacks the column "Gendre".');
  });
});
