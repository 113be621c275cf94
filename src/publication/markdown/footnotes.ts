import type {Token} from "markdown-it";
import type {Block} from "../document/publication.ts";

/** A footnote of one file: its name there and the tokens of its text, from `footnote_open` to `footnote_close`. */
export interface Footnote {
  readonly id: number;
  readonly tokens: readonly Token[];
}

/** Takes the footnotes that stand at the end of a file's tokens from the rest. */
export function cutFootnotes(tokens: readonly Token[]): {body: readonly Token[]; footnotes: readonly Footnote[]} {
  const start = tokens.findIndex(({type}) => type === "footnote_block_open");
  if (start === -1) return {body: tokens, footnotes: []};
  const footnotes: Footnote[] = [];
  let current: Token[] = [];
  for (const token of tokens.slice(start + 1, -1)) {
    if (token.type === "footnote_open") current = [];
    current.push(token);
    if (token.type === "footnote_close") footnotes.push({id: idOf(current[0]), tokens: current});
  }
  return {body: tokens.slice(0, start), footnotes};
}

/**
 * The footnotes that some blocks refer to, numbered through in the order of the text, as one more block of prose for
 * the end of a chapter. A note that only left-out text refers to is left out.
 */
export function footnoteBlock(
  parts: readonly {blocks: readonly Block[]; footnotes: readonly Footnote[]}[],
): readonly Block[] {
  const printed = new Array<readonly Token[]>();
  for (const {blocks, footnotes} of parts) {
    const references = Map.groupBy(blocks.flatMap(referencesIn), idOf);
    for (const {id, tokens} of footnotes) {
      const mine = references.get(id) ?? [];
      if (mine.length === 0) continue;
      const number = printed.length;
      mine.forEach((token, subId) => (token.meta = {...token.meta, id: number, subId}));
      printed.push(renumber(tokens, number, mine.length));
    }
  }
  const [first] = printed.flat();
  if (first === undefined) return [];
  const TokenClass = first.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  const open = new TokenClass("footnote_block_open", "", 1);
  return [{kind: "prose", tokens: [open, ...printed.flat(), new TokenClass("footnote_block_close", "", -1)]}];
}

/** A note's tokens under a new number, with one way back for each reference that is left. */
function renumber(tokens: readonly Token[], id: number, references: number): readonly Token[] {
  for (const token of tokens) {
    if (token.type === "footnote_open" || token.type === "footnote_anchor") token.meta = {...token.meta, id};
  }
  return tokens.filter(({type, meta}) => type !== "footnote_anchor" || Number(meta?.subId) < references);
}

function referencesIn(block: Block): readonly Token[] {
  if (block.kind === "when" || block.kind === "aside") return block.blocks.flatMap(referencesIn);
  if (block.kind !== "prose") return [];
  return block.tokens.flatMap(({children}) => children ?? []).filter(({type}) => type === "footnote_ref");
}

function idOf(token: Token | undefined): number {
  return Number(token?.meta?.id);
}
