import {describe, expect, test} from "vitest";
import {dictionary, extract, failure, form, reading} from "./smallProject.ts";

const usual = {
  "data/dictionaries/small.yaml": dictionary.replace(/, quarantined-forms: 100%, dropped-answers: 100%/, ""),
} as const;

const forms = (sound: number, faulty: number, answers: Readonly<Record<string, string>>): string =>
  extract(...Array.from({length: sound}, () => form()), ...Array.from({length: faulty}, () => form(answers)));

describe("an extract is refused, and its counts are findings and no part of the message,", () => {
  test.each([
    [
      "with more than 5% of its forms quarantined",
      forms(94, 6, {CLIENT: ""}),
      "more forms are quarantined than the 5% that the dictionary allows, most often for blank-client in CLIENT",
    ],
    [
      "with more than 25% of a column dropped for one fault",
      forms(74, 26, {SEX: "?"}),
      'more answers of column "SEX" are dropped for unlisted-code than the 25%',
    ],
    [
      "with more than 25% of a column dropped for several",
      extract(
        ...Array.from({length: 14}, () => form()),
        ...["1/1", "31/2/1975", "x"].flatMap((DOB) => [form({DOB}), form({DOB})]),
      ),
      'more answers of column "DOB" are dropped for unreadable-date and impossible-date',
    ],
  ])("%s", async (_, text, message) => {
    const error = await failure(text, usual);
    expect(error).toMatchObject({
      exitCode: 10,
      findings: expect.stringMatching(/\d+ forms read, .*\n.*\d+ forms \(/s) as string,
    });
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/\b(6|26|100)\b/);
  });
});

describe("an extract is read", () => {
  test.each([
    ["with 5% of its forms quarantined", forms(95, 5, {CLIENT: ""})],
    ["with 25% of a column dropped", forms(75, 25, {SEX: "?"})],
    ["with fewer than five faults, whatever part of it they are", forms(4, 4, {CLIENT: ""})],
  ])("%s", async (_, text) => {
    expect(await reading(text, ({counts}) => counts.counted, usual)).toBeGreaterThan(0);
  });
  test("with as many as its dictionary allows", async () => {
    const files = {
      "data/dictionaries/small.yaml": dictionary.replace("quarantined-forms: 100%", "quarantined-forms: 60%"),
    } as const;
    expect(await reading(forms(50, 60, {CLIENT: ""}), ({counts}) => counts.quarantined, files)).toBe(60);
  });
});
