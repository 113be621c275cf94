import {describe, expect, test} from "vitest";
import {Findings} from "../../../src/audit/site/finding.ts";
import {auditTable} from "../../../src/audit/site/html/auditTables.ts";
import {elementsOf, parsePage} from "../../../src/audit/site/html/parsePage.ts";
import {numberAlone, printedNumbers} from "../../../src/audit/tells/printedNumbers.ts";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {renderTable} from "../../../src/site/tables/renderTable.ts";
import {figureData} from "../../site/sample/sampleFigure.ts";
import {drawn, shownFigure} from "./shownFigure.ts";

test.each([
  ["−5", ["-5"]],
  ["fell by −1,234.5% in all", ["-1234.5%"]],
  ["-5", ["-5"]],
  ["from -5 to –3", ["-5", "-3"]],
  ["(-2.5%)", ["-2.5%"]],
  ["18-24 and 2007–08", ["18", "24", "2007", "8"]],
  ["area-5", ["5"]],
  ["+2.2", ["2.2"]],
])("the numbers of %s are %j", (text, keys) => {
  expect(printedNumbers(text).map(({key}) => key)).toEqual(keys);
});

test("a text is a number where nothing stands beside it", () => {
  expect(["−1,234.5%", "7", "−5 people", "5 to 7", ""].map(numberAlone)).toEqual([-1234.5, 7, NaN, NaN, NaN]);
});

describe("a table of figures below nought", () => {
  const show = ["value prevalence.change by area"];
  const figure = shownFigure(show);
  const html = renderTable(makeTable(figureData(show)), {id: "changes"});
  const audit = (page: string): readonly string[] => {
    const findings = new Findings();
    const root = elementsOf(parsePage(page)).find(({name}) => name === "table")!;
    auditTable(root, {figure, breaks: [], file: "index.html"}, findings);
    return findings.list.map(({what}) => what);
  };

  test("prints them with a minus sign, as the audit reads them", () => {
    expect(html).toContain(">−12.5%<");
    expect(audit(html)).toEqual([]);
  });

  test.each([
    [">−12.5%<", ">12.5%<"],
    [">17.5%<", ">−17.5%<"],
    [">17.5%<", ">-17.5%<"],
  ])("is found with %s where it should not be", (from, to) => {
    expect(html).toContain(from);
    expect(audit(html.replace(from, to))).toEqual([expect.stringContaining("stands in a cell whose row and column")]);
  });
});

test.each([
  ["hex-map", "value prevalence.change by area"],
  ["stacked-bar", "value trend.change by year"],
  ["funnel", "value trend.change by year"],
])("%s refuses a number below nought", (chart, show) => {
  expect(() => drawn({chart, show: [show]})).toThrow("a number lies below nought, which this chart cannot show");
});
