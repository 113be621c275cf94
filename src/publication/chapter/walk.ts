import type {Token} from "markdown-it";
import {directivesIn} from "../markdown/readTokens.ts";
import type {Query} from "../query/query.ts";
import type {
  Block,
  Chapter,
  Claim,
  Directive,
  FigureBlock,
  KeyFigureCard,
  KeyMessagesBlock,
  ProseBlock,
  TableBlock,
} from "../document/publication.ts";

/** A block that holds no other block. */
export type LeafBlock = Exclude<Block, {kind: "when" | "aside"}>;

/** Every block that holds no other, in the order of the text. */
export function leafBlocks(blocks: readonly Block[]): readonly LeafBlock[] {
  return blocks.flatMap((block) =>
    block.kind === "when" || block.kind === "aside" ? leafBlocks(block.blocks) : [block],
  );
}

/** Every directive of a chapter, those of titles, notes, key messages and claims included, in the order of the text. */
export function directivesOf({blocks}: Pick<Chapter, "blocks">): readonly Directive[] {
  return leafBlocks(blocks).flatMap((block) => {
    switch (block.kind) {
      case "prose":
        return directivesIn(block.tokens);
      case "figure":
      case "table":
        return directivesOfFigure(block);
      case "key-messages":
        return directivesOfCards(block);
      case "cards":
        return block.cards.flatMap(directivesOfKeyFigure);
      case "insert":
        return [];
    }
  });
}

function directivesOfFigure({title, note = [], claims}: FigureBlock | TableBlock): readonly Directive[] {
  return [...directivesIn(title), ...directivesIn(note), ...claims];
}

function directivesOfCards({cards}: KeyMessagesBlock): readonly Directive[] {
  return cards.flatMap(({messages}) => messages.flatMap(({number, sentence}) => [number, ...directivesIn(sentence)]));
}

/** The directives of a card, in the order in which they are printed. */
export function directivesOfKeyFigure({number, sentence, comparison = []}: KeyFigureCard): readonly Directive[] {
  return [number, ...directivesIn(sentence), ...directivesIn(comparison)];
}

/** What a directive asks. A change asks the edition compared with, too. */
export function queriesOfDirective(directive: Directive): readonly Query[] {
  switch (directive.kind) {
    case "value":
    case "ranking":
    case "claim-rank":
      return [directive.query];
    case "change":
      return [directive.query, inPrevious(directive.query)];
    case "compare":
    case "difference":
      return [directive.left, directive.right];
    case "outlying":
      return [directive.query, directive.than];
    case "status":
      return [directive.query, directive.against];
    case "otherwise":
      return directive.when === undefined ? [] : [directive.when];
    case "claim":
      return queriesOfClaim(directive);
    case "fact":
    case "label":
    case "report":
    case "see":
    case "term":
    case "unclaimed":
      return [];
  }
}

function queriesOfClaim({left, right}: Extract<Claim, {kind: "claim"}>): readonly Query[] {
  return typeof right === "number" ? [left] : [left, right];
}

/** The same question to the edition that this one is compared with. */
export function inPrevious(query: Query): Query {
  return {...query, edition: "previous", text: `${query.text} in previous`};
}

/** Every query of a chapter, in the order of the text. */
export function queriesOf(chapter: Pick<Chapter, "blocks">): readonly Query[] {
  const shown = leafBlocks(chapter.blocks).flatMap((block) =>
    block.kind === "figure" || block.kind === "table" ? block.show : [],
  );
  return [...directivesOf(chapter).flatMap(queriesOfDirective), ...shown];
}

/** A heading in prose, by the token that opens it. */
export interface Heading {
  readonly token: Token;
  readonly children: readonly Token[];
}

/** The headings of a block of prose from the second level. */
export function headingsIn({tokens}: ProseBlock): readonly Heading[] {
  return tokens.flatMap((token, index) =>
    token.type === "heading_open" && token.tag !== "h1" ? [{token, children: tokens[index + 1]?.children ?? []}] : [],
  );
}
