import {describe, expect, test} from "vitest";
import {pLines, signalsOf, xmrLines} from "../../../src/site/charts/parts/processLimits.ts";

/** Their mean is 43.5, and their eleven moving ranges add to 32. All numbers expected below are those of R 4. */
const values = [40, 42, 45, 41, 44, 46, 43, 47, 45, 42, 41, 46];

describe("an XmR chart", () => {
  const [upper, centre, lower] = xmrLines(values).map((line) => line.values[0]);

  test("has its centre at the mean", () => {
    expect(centre).toBeCloseTo(43.5, 6);
  });

  test("has its limits 2.66 mean moving ranges from it", () => {
    expect(upper).toBeCloseTo(51.2381818182, 6);
    expect(lower).toBeCloseTo(35.7618181818, 6);
  });
});

describe("a p-chart", () => {
  const shares = [
    {count: 12, of: 100},
    {count: 30, of: 150},
    {count: 18, of: 50},
    {count: 40, of: 400},
  ];
  const [upper, centre, lower] = pLines(shares).map((line) => line.values);

  test("has its centre at the share of all periods together, not at the mean of shares", () => {
    expect(centre).toEqual([100, 100, 100, 100].map((all) => (100 * all) / 700));
  });

  test("has limits by the base of each period", () => {
    // 14.285714 ± 3 √(14.285714 × 85.714286 / n) for n = 100, 150, 50 and 400.
    [24.7835274691, 22.8571428571, 29.1318640649, 19.5346208774].forEach((limit, at) => {
      expect(upper?.[at]).toBeCloseTo(limit, 6);
    });
    [3.7879011024, 5.7142857143, 0, 9.036807694].forEach((limit, at) => {
      expect(lower?.[at]).toBeCloseTo(limit, 6);
    });
  });
});

describe("the signals", () => {
  const flat = (level: number) => Array.from({length: 10}, () => level);
  const lines = [
    {formula: "XmR upper", values: flat(8)},
    {formula: "XmR centre", values: flat(5)},
    {formula: "XmR lower", values: flat(2)},
  ] as const;

  test("are points beyond the limits, and none on them", () => {
    expect(signalsOf([8, 9, 5, 2, 1, 6, 4, 6, 4, 6], lines)).toEqual({above: [1], below: [4], runs: []});
  });

  test("are eight in a row on one side, and seven are none", () => {
    const eight = [4, 6, 6, 6, 6, 6, 6, 6, 6, 4];
    expect(signalsOf(eight, lines).runs).toEqual([{from: 1, to: 8, side: "above"}]);
    expect(signalsOf(eight.with(1, 4), lines).runs).toEqual([]);
  });

  test("are broken by a point on the centre", () => {
    expect(signalsOf([4, 4, 4, 4, 5, 4, 4, 4, 4, 4], lines).runs).toEqual([]);
  });
});
