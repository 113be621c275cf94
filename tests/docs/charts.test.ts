import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {charts} from "../../src/site/charts/charts.ts";

const guide = readFileSync("docs/writing-a-report.md", "utf8");

test.each(Object.entries(charts))(
  "the guide says what %s draws, and every option in the chart's own words",
  (name, chart) => {
    const row = guide.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
    const options = chart.options.map((option) => `\`${option.name}\`: ${option.says}`).join("; ");
    expect(row).toBe(`| \`${name}\` | ${chart.draws} | ${options === "" ? "none" : options} |`);
  },
);

test("the guide lists the charts and no other", () => {
  const list = /^\| chart +\| (.*?) +\|$/m.exec(guide)?.[1];
  expect(list).toBe(
    Object.keys(charts)
      .map((name) => `\`${name}\``)
      .join(", "),
  );
});
