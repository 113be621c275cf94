import {z} from "zod";
import {parseDirective} from "../directive/parseDirective.ts";
import type {KeyFigureCard, KeyFiguresBlock, NumberDirective} from "../document/publication.ts";
import {publicationFault} from "../PublicationError.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {BlockContext, RawBlock} from "./blockContext.ts";
import {checkPlain, inlineOf} from "./inline.ts";

const card = z.strictObject({
  heading: z.string(),
  number: z.string(),
  sentence: z.string(),
  comparison: z.string().optional(),
  definition: z.string().optional(),
});

type Cards = readonly z.output<typeof card>[];

/** Reads `::: cards`: numbers, each with what it is. Throws PublicationError. */
export function readKeyFigures({body, position}: RawBlock, context: BlockContext): KeyFiguresBlock {
  const yaml = readYaml(body, z.array(card).min(1));
  const cards = yaml.value.flatMap((_, index) => context.faults.attempt(() => readCard(index, yaml, context)) ?? []);
  return {kind: "cards", cards, position};
}

function readCard(index: number, yaml: YamlValue<Cards>, context: BlockContext): KeyFigureCard {
  const written = yaml.value[index];
  if (written === undefined) throw new Error("a card is read that is not there");
  const {heading, sentence, comparison, definition} = written;
  const at = (field: string) => ({yaml, path: [index, field]});
  const number = readNumber(written.number, yaml.positionOf([index, "number"]), context);
  const own = definition === undefined ? undefined : checkPlain(definition, at("definition"), context);
  const said = own ?? (number.kind === "value" ? number.query.definition : undefined);
  return {
    heading: checkPlain(heading, at("heading"), context),
    number,
    sentence: inlineOf(sentence, at("sentence"), context),
    ...(comparison !== undefined && {comparison: inlineOf(comparison, at("comparison"), context)}),
    ...(said !== undefined && {definition: said}),
  };
}

/** A query, as in text, or `fact prison-population`. */
function readNumber(text: string, position: SourcePosition, {indicators}: BlockContext): NumberDirective {
  // The position of a directive is that of its braces, which a card does not write.
  const directive = parseDirective(text, {...position, column: position.column - 2}, indicators);
  if (directive.kind === "value" || directive.kind === "fact") return {...directive, position};
  throw publicationFault(`"${text}" is no number`, "Write a query of one number, or fact and its name", position);
}
