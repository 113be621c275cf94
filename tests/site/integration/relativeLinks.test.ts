import {expect, test} from "vitest";
import {relativeHtml, relativeStyles} from "../../../src/site/integration/relativeLinks.ts";

test.each([
  ["index.html", "/south-east/", "south-east/index.html"],
  ["south-east/methods/index.html", "/south-east/", "../index.html"],
  ["south-east/methods/index.html", "/", "../../index.html"],
  ["south-east/methods/index.html", "/south-east/#sex", "../index.html#sex"],
  ["south-east/index.html", "/_astro/page.css", "../_astro/page.css"],
  ["south-east/index.html", "/south-east/data/sex.csv", "data/sex.csv"],
])("on %s the link %s becomes %s", (place, link, relative) => {
  expect(relativeHtml(`<a href="${link}">`, place)).toBe(`<a href="${relative}">`);
});

test("links within the page and to other hosts stay as they are", () => {
  const html = `<a href="#sex"><a href="https://example.org/"><a href="//example.org/">`;
  expect(relativeHtml(html, "a/index.html")).toBe(html);
});

test("a font's address is relative to the style sheet that names it", () => {
  expect(relativeStyles("src:url(/_astro/serif.woff2)", "_astro/page.css")).toBe('src:url("serif.woff2")');
});
