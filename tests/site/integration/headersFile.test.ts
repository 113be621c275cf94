import {expect, test} from "vitest";
import {headersFile} from "../../../src/site/layouts/contentSecurityPolicy.ts";

test("hosts tell search engines to leave every file of a draft out, and no other", () => {
  expect(headersFile(["mini"])).toBe(`${headersFile([])}/mini/*\n  X-Robots-Tag: noindex\n`);
  expect(headersFile([])).not.toContain("noindex");
});
