import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {auditStyles} from "../../../src/audit/site/css/auditStyles.ts";
import {figureStyleSheet} from "../../../src/site/charts/theme.ts";

test("the sheet of the figures, and those of pages, change nothing of a drawing", () => {
  expect(auditStyles(figureStyleSheet())).toEqual([]);
  expect(auditStyles(readFileSync("src/site/styles/figure.css", "utf8"))).toEqual([]);
});

test.each([
  [".bar { transform: scaleX(2) }", "moves, hides or paints"],
  [".figure rect:nth-child(3) { width: 90px }", "a look of its own"],
  ["[data-cell] { display: none }", "a look of its own"],
  ["tr > :is(th, .bar) { display: none }", "a look of its own"],
  [".figure > :last-child { display: none }", "a look of its own"],
  [".b\\61 r { width: 3px }", "a look of its own"],
  [".figure { clip-path: inset(0 50% 0 0) }", "moves, hides or paints"],
  [".figure * { visibility: hidden }", "moves, hides or paints"],
  [".drawing { height: 4rem }", "a look of its own"],
  [".drawing-wide { width: 300% }", "a look of its own"],
  ["@media print { .drawing { clip-path: inset(3px) } }", "a look of its own"],
  [".figure { .dot { r: 30px } }", "moves, hides or paints"],
  [".figure { --figure-amount-3: #000000 }", "defined for a part of the page"],
  [":root { --figure-amount-1: #00F; --figure-amount-2: #00f }", "is the same colour as"],
  ["@keyframes wide { to { width: 9px } } .figure rect { animation: wide }", "moves, hides or paints"],
  ["@keyframes turn { to { rotate: 9deg } } .figure { animation: turn }", "moves, hides or paints"],
  ["@keyframes dark { to { --figure-amount-3: #000000 } }", "defined for a part of the page"],
  ['@import "other.css";', "takes in another one"],
])("%s is found", (css, what) => {
  expect(auditStyles(css).map((fault) => fault.what)).toEqual([expect.stringContaining(what)]);
});

test("rules for texts, tables and pages may say what they like", () => {
  expect(
    auditStyles(
      "tr.total > :is(th, td) { color: red; padding: 3px } p.note { width: 3rem } .draft::before { rotate: -30deg }",
    ),
  ).toEqual([]);
  expect(auditStyles("@keyframes on { to { padding: 3px } } .scroll::before { animation: on }")).toEqual([]);
});
