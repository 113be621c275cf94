import type {Token} from "markdown-it";
import type {Block, Claim, Directive, Publication} from "../../publication/index.ts";

/** Every claim that stands in a report, in its order. Parts for the other case (with or without a previous edition) take no part. */
export function claimsOf({chapters}: Publication, hasPrevious: boolean): readonly Claim[] {
  return chapters.flatMap(({blocks}) => blocks.flatMap((block) => claimsOfBlock(block, hasPrevious)));
}

function claimsOfBlock(block: Block, hasPrevious: boolean): readonly Claim[] {
  switch (block.kind) {
    case "prose":
      return claimsAmong(block.tokens);
    case "figure":
    case "table":
      return [...block.claims, ...claimsAmong(block.title), ...claimsAmong(block.note ?? [])];
    case "key-messages":
      return block.cards.flatMap(({messages}) => messages.flatMap(({sentence}) => claimsAmong(sentence)));
    case "cards":
      return block.cards.flatMap(({sentence, comparison = []}) => claimsAmong([...sentence, ...comparison]));
    case "when":
      return (block.condition === "previous") === hasPrevious
        ? block.blocks.flatMap((inner) => claimsOfBlock(inner, hasPrevious))
        : [];
    case "aside":
      return block.blocks.flatMap((inner) => claimsOfBlock(inner, hasPrevious));
    case "insert":
      return [];
  }
}

function claimsAmong(tokens: readonly Token[]): readonly Claim[] {
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({type}) => type === "directive")
    .map(({meta}) => meta as Directive)
    .filter((directive): directive is Claim => directive.kind === "claim" || directive.kind === "claim-rank");
}
