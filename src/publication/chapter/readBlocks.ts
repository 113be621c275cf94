import type {Token} from "markdown-it";
import type {Block, InsertName} from "../document/publication.ts";
import {nameRemedy} from "../nearestName.ts";
import {publicationFault} from "../PublicationError.ts";
import {rawBlock, type BlockContext, type RawBlock} from "./blockContext.ts";
import {readFigure, readTableBlock} from "./readFigure.ts";
import {readKeyFigures} from "./readKeyFigures.ts";
import {readKeyMessages} from "./readKeyMessages.ts";

const inserts: readonly InsertName[] = [
  "glossary",
  "indicators",
  "policy",
  "published-figures",
  "list-of-figures",
  "reader-information",
  "recommendations",
  "revisions",
  "map",
];

const conditions = ["previous", "no-previous", "references", "no-references"] as const;

const readers: Readonly<Record<string, (block: RawBlock, context: BlockContext) => Block>> = {
  figure: readFigure,
  table: readTableBlock,
  "key-messages": readKeyMessages,
  cards: readKeyFigures,
  insert: readInsert,
};

const blockNames = [...Object.keys(readers), "when", "aside"];

/** Cuts the tokens of a file into blocks. Faults go to the context; a faulty block is left out. */
export function readBlocks(tokens: readonly Token[], context: BlockContext): readonly Block[] {
  const blocks: Block[] = [];
  let prose: Token[] = [];
  const endProse = () => {
    if (prose.length > 0) blocks.push({kind: "prose", tokens: prose});
    prose = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.type !== "block" && token.type !== "container_open") {
      prose.push(token);
      continue;
    }
    endProse();
    const end = token.type === "block" ? index : closeOf(tokens, index);
    const inside = tokens.slice(index + 1, end);
    const block = context.faults.attempt(() => readBlock(token, inside, context));
    if (block !== undefined) blocks.push(block);
    index = end;
  }
  endProse();
  return blocks;
}

/** Index of the token that closes the container opened at `open`. */
function closeOf(tokens: readonly Token[], open: number): number {
  const {level} = tokens[open] ?? {};
  return tokens.findIndex(({type, level: each}, index) => index > open && type === "container_close" && each === level);
}

function readBlock(token: Token, inside: readonly Token[], context: BlockContext): Block {
  const raw = rawBlock(token, context);
  const {name, argument, isClosed} = raw.meta;
  if (!isClosed)
    throw publicationFault(`this ${name} is not closed`, "End it with ::: on a line of its own", raw.position);
  if (name === "aside") return {kind: "aside", blocks: readBlocks(inside, context)};
  if (name === "when") {
    const blocks = readBlocks(inside, context);
    const condition = conditions.find((known) => known === argument);
    if (condition !== undefined) return {kind: "when", condition, blocks};
    throw publicationFault(`"when ${argument}" is no condition`, nameRemedy(argument, conditions), raw.position);
  }
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (read !== undefined) return read(raw, context);
  throw publicationFault(`there is no block "${name}"`, nameRemedy(name, blockNames), raw.position);
}

function readInsert({meta: {argument}, position, body}: RawBlock): Block {
  const name = inserts.find((known) => known === argument);
  if (name === undefined) {
    throw publicationFault(`the builder writes no "${argument}"`, nameRemedy(argument, inserts), position);
  }
  if (body.text.trim() === "") return {kind: "insert", name, position};
  const place = {...position, line: body.firstLine};
  throw publicationFault("what the builder writes takes no text", "End the block with ::: before this line", place);
}
