import type {MarkdownIt, Token} from "markdown-it";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {YamlText} from "../source/readYaml.ts";
import type {BlockMeta} from "../markdown/blockPlugin.ts";
import type {ReadContext} from "../markdown/readTokens.ts";

/** What a block is read with. */
export interface BlockContext extends ReadContext {
  readonly md: MarkdownIt;
}

/** A block as it stands in its file, before its body is read. */
export interface RawBlock {
  readonly meta: BlockMeta;
  readonly position: SourcePosition;
  readonly body: YamlText;
}

/** The block that a token stands for. */
export function rawBlock(token: Token, {source: {file}}: ReadContext): RawBlock {
  const line = (token.map?.[0] ?? 0) + 1;
  return {
    meta: token.meta as unknown as BlockMeta,
    position: {file, line, column: 1},
    body: {file, text: token.content, firstLine: line + 1},
  };
}
