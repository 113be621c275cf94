import {z} from "zod";
import {parseValue} from "../directive/parseValue.ts";
import type {KeyMessageCard, KeyMessagesBlock} from "../document/publication.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import type {BlockContext, RawBlock} from "./blockContext.ts";
import {checkPlain, inlineOf} from "./inline.ts";

const message = z.strictObject({number: z.string(), sentence: z.string()});
const schema = z.array(z.object({heading: z.string()}).catchall(message)).min(1);

type Cards = z.output<typeof schema>;

/** Reads `::: key-messages`: cards with one message for each population named. Throws PublicationError. */
export function readKeyMessages({body, position}: RawBlock, context: BlockContext): KeyMessagesBlock {
  const yaml = readYaml(body, schema);
  const cards = yaml.value.map((card, index) => readCard(card, {yaml, index}, context));
  return {kind: "key-messages", cards, position};
}

function readCard(
  {heading, ...messages}: Cards[number],
  {yaml, index}: {yaml: YamlValue<Cards>; index: number},
  context: BlockContext,
): KeyMessageCard {
  return {
    heading: checkPlain(heading, {yaml, path: [index, "heading"]}, context),
    messages: Object.entries(messages as Record<string, z.output<typeof message>>).flatMap(([population, each]) => {
      const path = [index, population];
      const read = () => parseValue(each.number, yaml.positionOf([...path, "number"]), context.indicators);
      const number = context.faults.attempt(read);
      const sentence = inlineOf(each.sentence, {yaml, path: [...path, "sentence"]}, context);
      return number === undefined ? [] : [{population, number, sentence}];
    }),
  };
}
