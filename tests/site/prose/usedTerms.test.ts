import {expect, test} from "vitest";
import type {Chapter} from "../../../src/publication/index.ts";
import {usedTerms} from "../../../src/site/prose/usedTerms.ts";
import {readMarkdown} from "./smallReport.ts";

const term = (name: string, long = name) => ({name, long, definition: "What it is."});

function usedIn(text: string, ...glossary: readonly ReturnType<typeof term>[]): readonly string[] {
  const chapter = {
    id: "sex",
    kind: "body",
    number: "1",
    title: "Sex",
    blocks: readMarkdown(text),
    sections: [],
    file: "",
  };
  return usedTerms({glossary, chapters: [chapter as Chapter]}).map(({name}) => name);
}

test("a glossary lists the terms that the text asks for", () => {
  expect(usedIn("Seen by a {{ term DAT }}.", term("DAT", "drug action team"), term("NHS"))).toEqual(["DAT"]);
});

test("and those that it writes out, in one number or several, in short or in full", () => {
  const glossary = [term("client"), term("SEPHO", "South East Public Health Observatory"), term("care plan")];
  expect(usedIn("Clients of the South East Public Health Observatory.", ...glossary)).toEqual(["client", "SEPHO"]);
});

test("but none that stands within another word, or in a query alone", () => {
  expect(usedIn("The format {{ count prison }}.", term("mat"), term("prison"))).toEqual([]);
});
