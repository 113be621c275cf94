import {describe, expect, test} from "vitest";
import {createMarkdown} from "../../../src/publication/markdown/createMarkdown.ts";
import {SourceFile} from "../../../src/publication/source/SourceFile.ts";
import {parseClaim} from "../../../src/publication/directive/parseClaim.ts";
import {readInlineToken} from "../../../src/publication/markdown/readTokens.ts";
import {FaultCollector} from "../../../src/publication/PublicationError.ts";
import type {FigureBlock} from "../../../src/publication/index.ts";
import {figureTitle} from "../../../src/site/prose/figureTitle.ts";
import {plainWords} from "../../../src/site/prose/renderProse.ts";
import {startReading} from "./smallReport.ts";

const position = {file: "10-sex.md", line: 1, column: 1};

function titleOf(text: string, claims: readonly string[] = []): string {
  const faults = new FaultCollector();
  const title = createMarkdown().parseInline(text, {});
  const lines = {from: 1, to: 1};
  for (const token of title) {
    const source = new SourceFile("10-sex.md", text);
    readInlineToken(token, {lines, isFootnote: false}, {source, faults, indicators: new Map()});
  }
  faults.throwIfAny();
  const block = {
    kind: "figure",
    title,
    measure: "Share of clients by main drug",
    claims: claims.map((claim) => parseClaim(claim, position)),
  } as unknown as FigureBlock;
  const reading = startReading();
  return plainWords(figureTitle(block, reading), reading);
}

describe("a title", () => {
  test("is the finding where all of it is published", () => {
    expect(titleOf("Heroin led with {{ share prison drug=heroin }}")).toBe("Heroin led with 51%");
  });

  test("is what is measured where a number of it is withheld, and no half of a finding", () => {
    expect(titleOf("Alcohol led with {{ share prison drug=alcohol }}")).toBe("Share of clients by main drug");
    expect(titleOf("The rarest was {{ lowest share prison by drug }}")).toBe("Share of clients by main drug");
  });

  test("has other words where it brings them, and those replace all of it", () => {
    const title = 'Alcohol led with {{ share prison drug=alcohol }}{{ otherwise "How many drank is withheld" }}';
    expect(titleOf(title)).toBe("How many drank is withheld");
  });

  test("falls back where a claim that it rests on cannot be judged", () => {
    expect(titleOf("Alcohol led", ["share prison drug=alcohol > 50% | if published"])).toBe(
      "Share of clients by main drug",
    );
  });
});
