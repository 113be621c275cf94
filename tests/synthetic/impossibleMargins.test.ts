import {describe, expect, test} from "vitest";
import {bareMargins, makeVisits, tinyProject} from "./tinyProject.ts";

const withColumns = (columns: string) => tinyProject(`${bareMargins}    columns:\n${columns}`);
const place = (line: number) => new RegExp(`^data/reference/margins/town\\.yaml, line ${line}, column \\d+: `);

describe("margins that cannot hold name the file, the line and the margin", () => {
  test("shares of more than everybody", () => {
    const project = withColumns("      FRUIT: {kind: shares, shares: {apple: {percent: 70}, pear: {percent: 60}}}\n");
    expect(() => makeVisits(project)).toThrow(place(13));
    expect(() => makeVisits(project)).toThrow(/FRUIT: .* ask for at least 258 of 200 clients/);
  });
  test("shares of less than everybody", () => {
    const project = withColumns("      FRUIT: {kind: shares, shares: {apple: {percent: 30}, pear: {percent: 60}}}\n");
    expect(() => makeVisits(project)).toThrow(/FRUIT: .* ask for no more than 180 of 200 clients/);
  });
  test("a rule that leaves too few for a share", () => {
    const project = withColumns(
      `      TOWN: {kind: shares, shares: {north-town: {percent: 10}, south-town: rest}}
      FRUIT:
        kind: shares
        shares: {apple: {percent: 50}, pear: rest}
        rules:
          - {when: TOWN = south-town, only: [pear]}\n`,
    );
    expect(() => makeVisits(project)).toThrow(/FRUIT: apple \(99 to 100 clients\) cannot be met/);
  });
  test("as many of one as of another, with an odd number of clients", () => {
    const project = tinyProject(
      `${bareMargins.replace("count: 200", "count: 201")}    columns:
      FRUIT: {kind: shares, shares: {apple: 50, pear: 50}, equal: [[apple, pear]]}\n`,
    );
    expect(() => makeVisits(project)).toThrow(/FRUIT: .* cannot be met/);
  });
  test("a mean age that no ages of the bands have", () => {
    const born = "kind: born, before: SEEN, bands: {all: [18, 20]}, shares: {all: 100}, mean: {years: 40}";
    expect(() => makeVisits(withColumns(`      BORN: {${born}}\n`))).toThrow(
      /BORN: no ages within the bands have the mean 40/,
    );
  });
  test("a table whose cells do not make its sums", () => {
    const table = `${bareMargins}    table:
      rows: TOWN
      columns: HOME
      file: cells.csv
      marks: {"*": [1, 4]}
      sums:
        - {rows: [north-town], columns: all, clients: 120}\n`;
    const cells = {"cells.csv": "TOWN,north-town,south-town\nnorth-town,100,*\nsouth-town,*,*\n"};
    expect(() => makeVisits(tinyProject(table, cells))).toThrow(place(18));
    expect(() => makeVisits(tinyProject(table, cells))).toThrow(
      /cells\.csv cannot hold .*north-town by all, 120 to 120 clients/,
    );
  });
  test("fewer forms than clients", () => {
    const project = tinyProject(`${bareMargins}    forms: [{count: 150}]\n`);
    expect(() => makeVisits(project)).toThrow(/150 forms are too few or too many for the 200 clients/);
  });
  test("more faults than blank answers to plant them in", () => {
    const project = withColumns(
      "      FRUIT: {kind: shares, shares: {apple: rest}}\n    faults: [{kind: unlisted, column: FRUIT, forms: 3}]\n",
    );
    expect(() => makeVisits(project)).toThrow(/FRUIT is blank in 0 forms only, too few for 3 faults/);
  });
});

describe("names that stand for nothing are answered with the nearest one", () => {
  test.each([
    {what: "a column", columns: "      FRUITS: {kind: letter}\n", answer: /no column "FRUITS". Did you mean "FRUIT"\?/},
    {
      what: "a category",
      columns: "      FRUIT: {kind: shares, shares: {appel: rest}}\n",
      answer: /FRUIT knows no "appel". Did you mean "apple"\?/,
    },
    {
      what: "a comparison",
      columns: "      FRUIT: {kind: shares, shares: {apple: rest}, leans: [{when: TOWN is big, more: {apple: 2}}]}\n",
      answer: /"TOWN is big" is not a comparison/,
    },
  ])("$what", ({columns, answer}) => {
    expect(() => makeVisits(withColumns(columns))).toThrow(answer);
  });
});

test("faulty margins are a user's error", () => {
  const project = withColumns("      FRUIT: {kind: sharks}\n");
  expect(() => makeVisits(project)).toThrow(expect.objectContaining({exitCode: 11}));
});
