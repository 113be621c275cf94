import {measureOf} from "../../measures/index.ts";
import type {ValueDirective} from "../document/publication.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {Indicators} from "../query/indicator.ts";
import {readQuery} from "../query/parseQuery.ts";
import {TokenReader} from "../query/TokenReader.ts";
import {checkOneCell} from "./checkCell.ts";
import {readFilters} from "./readFilters.ts";

/** Reads a number of the text, e.g. `share prison sex=male | in words`. Throws PublicationError. */
export function parseValue(text: string, position: SourcePosition, indicators?: Indicators): ValueDirective {
  return readValue(new TokenReader(text, position, indicators), position);
}

/** Reads a number up to the end of its directive. `position` is where the directive starts. */
export function readValue(reader: TokenReader, position: SourcePosition): ValueDirective {
  const query = checkOneCell(readQuery(reader));
  const {style = "number", otherwise, ...rest} = readFilters(reader, measureOf(query).grammar.filters);
  const {decimals, nearest, withCount, withInterval, capital} = rest;
  return {
    kind: "value",
    query,
    format: {
      style,
      ...(decimals !== undefined && {decimals}),
      ...(nearest !== undefined && {nearest}),
      ...(withCount !== undefined && {withCount}),
      ...(withInterval !== undefined && {withInterval}),
      ...(capital !== undefined && {capital}),
    },
    ...(otherwise !== undefined && {otherwise}),
    position,
  };
}
