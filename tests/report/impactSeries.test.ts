import {expect, test} from "vitest";
import {quarters, quartersCsv, yearsEndingCsv} from "./impactSeries.ts";

// Written anew by `npx vitest run tests/report/impactSeries -u`.
test("the made-up series are those that their seed gives", async () => {
  await expect(quartersCsv()).toMatchFileSnapshot("../../data/reference/programme-impact-quarters.csv");
  await expect(yearsEndingCsv()).toMatchFileSnapshot("../../data/reference/programme-impact-years.csv");
});

test("twelve months ending lie on the printed axes, and are four quarters each", () => {
  const rows = yearsEndingCsv()
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(1).map(Number) as [number, number]);
  expect(rows).toHaveLength(29);
  for (const [referrals, crimes] of rows) {
    expect(referrals).toBeLessThan(50_000);
    expect(crimes).toBeGreaterThan(1000);
    expect(crimes).toBeLessThan(2000);
  }
  const lastYear = quarters.slice(-4).reduce((sum, {crimes}) => sum + crimes, 0);
  expect(rows.at(-1)![1]).toBe(lastYear / 10);
});
