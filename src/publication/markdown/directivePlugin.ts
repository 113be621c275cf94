import type {MarkdownIt, StateInline} from "markdown-it";

/** What the parser leaves in the `meta` of a directive token until its position is known. */
export interface UnreadDirective {
  /** From the start of the inline token's content. */
  readonly offset: number;
}

/** Makes `{{ … }}` an inline token of type `directive`, whose content is what stands between the braces. */
export function directivePlugin(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "directive", readDirective);
}

function readDirective(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("{{", state.pos)) return false;
  const end = closingBraces(state.src, state.pos + 2);
  if (end === undefined || end > state.posMax) return false;
  if (!silent) {
    const token = state.push("directive", "", 0);
    token.content = state.src.slice(state.pos + 2, end);
    const meta: UnreadDirective = {offset: state.pos};
    token.meta = {...meta};
  }
  state.pos = end + 2;
  return true;
}

/** Where the next `}}` stands that is not between quotation marks; nothing where another `{{` comes first. */
function closingBraces(source: string, from: number): number | undefined {
  const pattern = /"[^"]*"|\{\{|\}\}/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    if (match[0] === "}}") return match.index;
    if (match[0] === "{{") return undefined;
  }
  return undefined;
}
