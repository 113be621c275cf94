import {leafBlocks, type Inline, type LeafBlock} from "../../../publication/index.ts";
import type {EditionInDist} from "../editionInDist.ts";
import type {Findings} from "../finding.ts";
import {blocksOf} from "../html/blocks.ts";
import {attribute, elementsOf, type PageElement} from "../html/parsePage.ts";
import type {EditionScopes} from "../scope.ts";
import {areBorneOut} from "./comparedWords.ts";
import {linePattern, type ComparingDirective} from "./linePattern.ts";

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
  if (block.kind === "cards") {
    const lines = block.cards.flatMap(({sentence, comparison}) => [sentence, ...(comparison ? [comparison] : [])]);
    return lines.map((line) => ({line, id, instead: []}));
  }
  if (block.kind !== "figure" && block.kind !== "table") return [];
  return [{line: block.title, id: block.id, instead: [block.measure]}];
}

function auditLine({line, id, instead}: PlacedLine, {file, root, scopes}: JudgedPage, findings: Findings): void {
  const written = linePattern(line);
  if (written === undefined) return;
  const {pattern, comparisons} = written;
  const texts = blocksOf(root, () => undefined).map(({text}) => text.replace(/\s+/g, " ").trim());
  const place = `id ${id}`;
  // A line that is nothing but a comparison looks like any other: one that is borne out is enough.
  const judged = texts.flatMap((text) => {
    const words = pattern.exec(text)?.slice(1);
    return words === undefined ? [] : [comparisons.map((one, at) => judge(words[at] ?? "", one, scopes.edition))];
  });
  const [first] = judged;
  if (first === undefined) {
    if ([...written.instead, ...instead].some((words) => texts.includes(words))) return;
    const [{position}] = comparisons as [ComparingDirective];
    const what = `the comparison of ${position.file}, line ${String(position.line)}, does not stand there as it is written`;
    findings.add({file, place, what, remedy: "Build again"});
    return;
  }
  findings.count("words", comparisons.length);
  if (judged.some((faults) => faults.every((fault) => fault === undefined))) return;
  for (const what of first.filter((fault) => fault !== undefined)) {
    findings.add({file, place, what, remedy: "Build again, so that the words follow from the numbers"});
  }
}

/** What is wrong with the words of a comparison; undefined where the numbers bear them out. */
function judge(words: string, comparison: ComparingDirective, edition: EditionInDist): string | undefined {
  if (areBorneOut(words, comparison, edition)) return undefined;
  const {text} = "left" in comparison ? comparison.left : comparison.query;
  return `"${words.trim()}" is not what the released numbers say of "${text}"`;
}
