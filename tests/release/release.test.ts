import {expect, test} from "vitest";
import {
  readRelease,
  ReleaseError,
  roundRatioHalfUp,
  writeRelease,
  type ReleaseContent,
} from "../../src/release/index.ts";

const content: ReleaseContent = {
  schema: "smallprint-release/1",
  edition: {
    id: "south-east-2007-08",
    title: "Report",
    region: "south-east",
    period: {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "April 2007 to March 2008"},
    published: "2009-05-29",
  },
  provenance: {synthetic: true, dictionaries: {}, policy: "00"},
  disclosure: {
    stage: "primary suppression only",
    policy: {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"},
  },
  populations: [],
  references: [],
  cells: [
    {address: {measure: "count", population: "prison", at: {sex: "male"}}, cell: {status: "published", value: 6883}},
    {address: {measure: "count", population: "prison", at: {sex: "female"}}, cell: {status: "suppressed"}},
  ],
  answers: ["count prison by sex"],
};

test("a written release reads back with every cell", () => {
  const release = readRelease(writeRelease(content), "release.json");
  expect(release.cell({measure: "count", population: "prison", at: {sex: "male"}})).toEqual({
    status: "published",
    value: 6883,
  });
  expect(release.cell({measure: "count", population: "prison", at: {sex: "female"}})).toEqual({status: "suppressed"});
});

test("the same cells in another order give the same bytes", () => {
  expect(writeRelease({...content, cells: content.cells.toReversed()})).toBe(writeRelease(content));
});

test("a cell that the release was not made for is refused, never blank", () => {
  const release = readRelease(writeRelease(content), "release.json");
  expect(() => release.cell({measure: "count", population: "prison", at: {}})).toThrow(ReleaseError);
  expect(() => release.cell({measure: "count", population: "prison", at: {}})).toThrow("smallprint release");
});

test("a withheld cell cannot carry a value through the door", () => {
  const leaky = structuredClone(content) as unknown as {cells: {cell: Record<string, unknown>}[]};
  leaky.cells[1] = {...leaky.cells[1], cell: {status: "suppressed", value: 3}};
  expect(() => writeRelease(leaky as unknown as ReleaseContent)).toThrow();
  expect(() => readRelease(JSON.stringify(leaky), "release.json")).toThrow("Make the release again");
});

test("what is not JSON is refused with the file's name", () => {
  expect(() => readRelease("{", "data/releases/x/release.json")).toThrow(
    "data/releases/x/release.json: this is not JSON",
  );
});

test.each([
  {ratio: [1, 8], decimals: 0, rounded: 0},
  {ratio: [100, 8], decimals: 0, rounded: 13},
  {ratio: [939 * 100, 7822], decimals: 0, rounded: 12},
  {ratio: [1, 3], decimals: 1, rounded: 0.3},
  {ratio: [-25, 10], decimals: 0, rounded: -2},
] as const)(
  "$ratio at $decimals decimals is $rounded, halves up",
  ({ratio: [numerator, denominator], decimals, rounded}) => {
    expect(roundRatioHalfUp(numerator, denominator, decimals)).toBeCloseTo(rounded, 10);
  },
);
