import type {ValueDirective} from "../document/publication.ts";
import type {SourcePosition} from "../document/sourcePosition.ts";
import {readQuery} from "../query/parseQuery.ts";
import type {Query} from "../query/query.ts";
import {TokenReader} from "../query/TokenReader.ts";
import {checkOneCell} from "./checkCell.ts";
import {readFilters, type FilterName} from "./readFilters.ts";

const allowed: Readonly<Record<Query["measure"], readonly FilterName[]>> = {
  count: ["nearest", "spelt", "capital", "otherwise"],
  share: ["decimals", "in words", "as words", "with count", "capital", "otherwise"],
  mean: ["decimals", "capital", "otherwise"],
  rate: ["decimals", "capital", "otherwise"],
  value: ["decimals", "nearest", "capital", "otherwise"],
};

/** Reads a number of the text, e.g. `share prison sex=male | in words`. Throws PublicationError. */
export function parseValue(text: string, position: SourcePosition): ValueDirective {
  return readValue(new TokenReader(text, position), position);
}

/** Reads a number up to the end of its directive. `position` is where the directive starts. */
export function readValue(reader: TokenReader, position: SourcePosition): ValueDirective {
  const query = checkOneCell(readQuery(reader));
  const {style = "number", otherwise, ...rest} = readFilters(reader, allowed[query.measure]);
  const {decimals, nearest, withCount, capital} = rest;
  return {
    kind: "value",
    query,
    format: {
      style,
      ...(decimals !== undefined && {decimals}),
      ...(nearest !== undefined && {nearest}),
      ...(withCount !== undefined && {withCount}),
      ...(capital !== undefined && {capital}),
    },
    ...(otherwise !== undefined && {otherwise}),
    position,
  };
}
