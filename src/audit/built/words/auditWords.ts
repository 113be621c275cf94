import {leafBlocks, type Inline, type LeafBlock} from "../../../publication/index.ts";
import type {Findings} from "../finding.ts";
import {blocksOf} from "../html/blocks.ts";
import {attribute, elementsOf, type PageElement} from "../html/parsePage.ts";
import type {EditionScopes} from "../scope.ts";
import {areBorneOut} from "./comparedWords.ts";
import {linePattern} from "./linePattern.ts";

/** A page of an edition, to be judged by what its text compares. */
export interface JudgedPage {
  readonly file: string;
  readonly root: PageElement;
  readonly scopes: EditionScopes;
}

/** A line of the text and the part of the page where it stands. */
interface PlacedLine {
  readonly line: Inline;
  readonly id: string;
  /** What a figure measures stands in the place of a title whose finding is withheld. */
  readonly instead: readonly string[];
}

/**
 * Judges every comparison of the text ("fell from", "higher than", "the commonest were") where it stands on the page:
 * its words are taken from the page and held against the released counts. A line that compares and does not stand on
 * the page as its author wrote it is a finding too, because its words cannot be judged.
 */
export function auditWords({file, root, scopes}: JudgedPage, findings: Findings): void {
  const {edition} = scopes;
  const parts = new Map(elementsOf(root).map((element) => [attribute(element, "id"), element]));
  for (const {id, blocks} of edition.publication.chapters) {
    const chapter = parts.get(id);
    if (chapter === undefined) continue;
    for (const placed of leafBlocks(blocks).flatMap((block) => linesOf(block, id))) {
      auditLine(placed, {file, scopes, root: parts.get(placed.id) ?? chapter}, findings);
    }
  }
}

function linesOf(block: LeafBlock, id: string): readonly PlacedLine[] {
  if (block.kind === "prose") {
    return block.tokens.filter(({type}) => type === "inline").map((token) => ({line: [token], id, instead: []}));
  }
  if (block.kind !== "figure" && block.kind !== "table") return [];
  return [{line: block.title, id: block.id, instead: [block.measure]}];
}

function auditLine({line, id, instead}: PlacedLine, {file, root, scopes}: JudgedPage, findings: Findings): void {
  const written = linePattern(line);
  if (written === undefined) return;
  const texts = blocksOf(root, () => undefined).map(({text}) => text.replace(/\s+/g, " ").trim());
  const match = texts.map((text) => written.pattern.exec(text)).find((found) => found !== null);
  const place = `id ${id}`;
  if (match === undefined) {
    if ([...written.instead, ...instead].some((words) => texts.includes(words))) return;
    const [{position}] = written.comparisons as [(typeof written.comparisons)[number]];
    const what = `the comparison of ${position.file}, line ${String(position.line)}, does not stand there as it is written`;
    findings.add({file, place, what, remedy: "Build again"});
    return;
  }
  findings.count("words", written.comparisons.length);
  for (const [index, comparison] of written.comparisons.entries()) {
    const words = match[index + 1] ?? "";
    if (areBorneOut(words, comparison, scopes.edition)) continue;
    const {text} = "left" in comparison ? comparison.left : comparison.query;
    const what = `"${words.trim()}" is not what the released numbers say of "${text}"`;
    findings.add({file, place, what, remedy: "Build again, so that the words follow from the numbers"});
  }
}
