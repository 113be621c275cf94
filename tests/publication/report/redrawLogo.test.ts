import {describe, expect, test} from "vitest";
import {redrawLogo} from "../../../src/publication/report/redrawLogo.ts";

const redraw = (text: string): string => redrawLogo(text, "logo.svg");
const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">';
const circle = '<circle cx="4" cy="4" r="3" fill="#801650"></circle>';
const around = (inner: string): string => `${start}${inner}${circle}</svg>`;

describe("a drawing is written anew", () => {
  test("with its shapes and paints as they were", () => {
    const paint = '<linearGradient id="a"><stop offset="50%" stop-color="rgb(1, 2, 3)"></stop></linearGradient>';
    const drawing = `${start}<defs>${paint}</defs><path d="M1,2 L-3.5e-1 4z" fill="url(#a)"></path>${circle}</svg>`;
    expect(redraw(drawing)).toBe(drawing);
  });

  test("without what editors leave in it, which may hold numbers and words", () => {
    const head = '<?xml version="1.0"?><!-- Made with Draw 27.0 --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">';
    const inner =
      '<title>4 people</title><metadata><rdf:RDF>4</rdf:RDF></metadata><sodipodi:namedview id="n4" pagecolor="4"/>';
    const spoken = start.replace(">", ' aria-label="4 people" data-count="4" inkscape:version="1.2" class="four">');
    expect(redraw(`${head}\n${spoken}${inner}${circle}<!-- 4 --></svg>\n`)).toBe(around(""));
  });

  test("with its parts named by letters", () => {
    const drawing = around(
      '<clipPath id="clip-of-4"><path d="M1 1"/></clipPath><g clip-path="url( \'#clip-of-4\' )"/>',
    );
    const named = '<clipPath id="a"><path d="M1 1"></path></clipPath><g clip-path="url(#a)"></g>';
    expect(redraw(drawing)).toBe(around(named));
  });

  test("with more parts than there are letters, each of its own name", () => {
    const names = [...redraw(around('<g id="x"/>'.repeat(1))).matchAll(/id="(\w+)"/g)];
    expect(names).toHaveLength(1);
    const many = Array.from({length: 80}, (_, index) => `<g id="part${index}"/>`).join("");
    const ids = [...redraw(around(many)).matchAll(/id="([a-z]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(80);
  });

  test("with a style as what it declares", () => {
    expect(redraw(`${start}<path d="M1 1" fill="red" style="fill:#000; font-family: 'A 4'; stroke:none"/></svg>`)).toBe(
      `${start}<path d="M1 1" fill="#000" stroke="none"></path></svg>`,
    );
  });

  test("once more as it is", () => {
    const once = redraw(around('<g id="a4"><g id="b"/></g><g mask="url(#b)"/>'));
    expect(redraw(once)).toBe(once);
  });
});

test.each([
  ["a script", "<script>alert(1)</script>", "<script>"],
  ["a script of a namespace", '<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', "<s:script>"],
  ["a script in an entity", "&run;", "text"],
  ["a page in it", "<foreignObject><p>4</p></foreignObject>", "<foreignObject>"],
  ["an element of pages, which ends the drawing", "<p>4</p>", "is no SVG drawing"],
  ["a handler", '<g onload="x()"/>', "onload at <g>"],
  ["a picture", '<image href="data:image/png;base64,AA"/>', "<image>"],
  ["a link", '<a href="javascript:x()"><path d="M1 1"/></a>', "<a>"],
  ["something shown from elsewhere", '<use href="https://example.org/#a"/>', "<use>"],
  [
    "a gradient from elsewhere",
    '<linearGradient xlink:href="https://example.org/#a"/>',
    "xlink:href at <linearGradient>",
  ],
  ["a paint from elsewhere", '<g fill="url(paint.svg#a)"/>', "fill at <g>"],
  ["a paint from elsewhere, by an escape", '<g style="fill:u\\72l(//example.org)"/>', "style at <g>"],
  ["a paint put together of two", '<g fill="ururl(#a)l(paint.svg)"/>', "fill at <g>"],
  ["a style sheet", '<style>@\\69mport "https://example.org"</style>', "<style>"],
  ["a movement, which could set anything", '<animate attributeName="href" to="x"/>', "<animate>"],
  ["a number", '<text x="1" y="2">4</text>', "<text>"],
  ["words between shapes", "4", "text"],
  ["words between shapes in a section", "<![CDATA[4]]>", "text"],
  ["an attribute that nobody knows", '<g count="4"/>', "count at <g>"],
  ["too many elements in one another", "<g>".repeat(9000), "more than 40 elements in one another"],
])("a logo with %s is refused", (_, inner, told) => {
  expect(() => redraw(around(inner))).toThrow(told);
});

test("what is refused is told with its place", () => {
  expect(() => redraw(`${start}\n  <g/>\n  <text>4</text></svg>`)).toThrow(
    "logo.svg:3:3: the logo has <text>, which is no plain shape or paint",
  );
});

test.each([
  ["a logo", "is no SVG drawing"],
  ["", "is no SVG drawing"],
  [`${around("")}${around("")}`, "is no SVG drawing"],
  ["<!DOCTYPE svg [<!ENTITY run '<g/>'>]><svg><path/></svg>", "is no SVG drawing"],
  [`${start}<g></g></svg>`, "the logo draws nothing"],
  [`${start}<!--${"x".repeat(100_000)}--></svg>`, "longer than 100 kB"],
])("%.40s is no logo", (text, told) => {
  expect(() => redraw(text)).toThrow(told);
});
