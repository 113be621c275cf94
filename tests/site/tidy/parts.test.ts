import {expect, test} from "vitest";
import {describeBaseNotes} from "../../../src/site/tidy/describeNotes.ts";
import {figureData} from "../sample/sampleFigure.ts";

const notes = (...show: readonly string[]): string => describeBaseNotes(figureData(show)).join(" ");

test("a base says what makes its population a part of another, beside its label", () => {
  expect(notes("share women by age-group")).toMatch(/^Base: \d+ women seen in prison \(sex: female\);/);
  expect(notes("share users sex=male")).toMatch(
    /^Base: \d+ community users \(main drug: heroin\) who were problematic drug users/,
  );
});

test("and what else narrows it", () => {
  expect(notes("share users by sex among residence=kent")).toContain(
    "community users (main drug: heroin; area of residence: kent) who were problematic drug users",
  );
});

test("whose answer a base needs is said as the answer is said of people", () => {
  expect(notes("share prison by pdu among stated")).toMatch(
    /^Base: [\d,]+ prison clients where it is stated whether they were problematic drug users/,
  );
  expect(notes("share prison by sex among stated")).toMatch(/^Base: [\d,]+ prison clients whose sex is stated/);
});

test("a part and its whole are panels of their own, of the numbers of one population", () => {
  const {panels} = figureData(["count prison, women by age-group"]);
  expect(panels.map(({heading}) => heading)).toEqual(["Prison", "Women"]);
  expect(panels.map(({rows}) => rows[0]?.key)).toEqual([
    "south-east-2007-08 count prison [age-group=under-18]",
    "south-east-2007-08 count prison [age-group=under-18,sex=female]",
  ]);
});
