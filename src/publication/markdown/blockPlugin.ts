import type {MarkdownIt, StateBlock} from "markdown-it";

/** What a block's opening line says, in the `meta` of its token. */
export interface BlockMeta {
  /** The first word after `:::`. */
  readonly name: string;
  /** What follows the name. */
  readonly argument: string;
  /** False where the file ends before the block does. */
  readonly isClosed: boolean;
}

/** Blocks that hold Markdown and other blocks. The others hold YAML. */
const containers: readonly string[] = ["when", "aside"];

const fence = /^:::(?:\s+(\S+)(?:\s+(.*?))?)?\s*$/;

/**
 * Makes `::: name argument` … `:::` a token of type `block` with the lines between as its content, or, for a block
 * that holds Markdown, the tokens of that Markdown between `container_open` and `container_close`.
 */
export function blockPlugin(md: MarkdownIt): void {
  md.block.ruler.before("table", "block", readBlock, {alt: ["paragraph", "reference", "blockquote", "list"]});
}

// eslint-disable-next-line max-params -- the parser calls a rule with four
function readBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const [, name, argument = ""] = fence.exec(lineOf(state, start)) ?? [];
  // Inside a list or a quotation a block has no place; its text is reported as such.
  if (name === undefined || !startsLine(state, start)) return false;
  if (silent) return true;
  const close = closingLine(state, start + 1, end);
  const meta: BlockMeta = {name, argument, isClosed: close < end};
  if (containers.includes(name)) {
    readContainer(state, {start, close, meta});
  } else {
    const token = state.push("block", "", 0);
    token.meta = {...meta};
    token.map = [start, close];
    token.content = state.getLines(start + 1, close, 0, true);
  }
  state.line = Math.min(close + 1, end);
  return true;
}

function startsLine(state: StateBlock, line: number): boolean {
  const mark = state.bMarks[line] ?? 0;
  return state.sCount[line] === 0 && (mark === 0 || state.src[mark - 1] === "\n");
}

function readContainer(state: StateBlock, {start, close, meta}: {start: number; close: number; meta: BlockMeta}): void {
  const open = state.push("container_open", "", 1);
  open.meta = {...meta};
  open.map = [start, close];
  const {lineMax} = state;
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.lineMax = lineMax;
  state.push("container_close", "", -1);
}

/** The line of the `:::` that closes the block opened before `from`; `end` where there is none. */
function closingLine(state: StateBlock, from: number, end: number): number {
  let open = 1;
  for (let line = from; line < end; line += 1) {
    const match = fence.exec(lineOf(state, line));
    if (match === null) continue;
    open += match[1] === undefined ? -1 : 1;
    if (open === 0) return line;
  }
  return end;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}
