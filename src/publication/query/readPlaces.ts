import {askedSet, these, type AskedSet} from "./askedSet.ts";
import type {TokenReader} from "./TokenReader.ts";
import type {QueryToken} from "./tokenise.ts";

/**
 * Reads coordinates, side by side; a comma between them is allowed. Where several categories can be asked as one they are
 * added to `sets`.
 */
export function readPlaces(reader: TokenReader, into: Record<string, string>, sets?: AskedSet[]): void {
  const named: string[] = [];
  for (let token = reader.take("place"); token !== undefined; token = reader.take("place")) {
    const {variable, categories, isNot} = readPlace(reader, token);
    if (named.includes(variable) || variable in into) {
      throw reader.faultAt(token.offset, `"${variable}" has two categories here`, "Name each variable once");
    }
    named.push(variable);
    const [only = ""] = categories;
    if (categories.length === 1 && !isNot) into[variable] = only;
    else into[addSet(reader, {...token, variable, categories, isNot}, sets)] = these;
    if (reader.peek()?.kind === "comma" && reader.peek(1)?.kind === "place") reader.take("comma");
  }
}

type WrittenPlace = Pick<AskedSet, "variable" | "categories" | "isNot">;

function readPlace(reader: TokenReader, {text, offset}: QueryToken): WrittenPlace {
  const [left = "", right = ""] = text.split("=");
  const isNot = left.endsWith("!");
  const variable = reader.checkName(isNot ? left.slice(0, -1) : left, offset);
  let at = offset + left.length + 1;
  const categories = right.split("/").map((name) => {
    reader.checkName(name, at);
    at += name.length + 1;
    return name;
  });
  const twice = categories.find((name, place) => categories.indexOf(name) !== place);
  if (twice === undefined) return {variable, categories, isNot};
  throw reader.faultAt(offset, `"${twice}" stands here twice`, "Name each category once");
}

/** Adds a set of categories to those that a query asks; its name. */
function addSet(reader: TokenReader, place: WrittenPlace & QueryToken, sets?: AskedSet[]): string {
  const {variable, categories, isNot, text, offset} = place;
  if (sets === undefined) {
    throw reader.faultAt(offset, `"${text}" asks several categories, and here one has to stand`, "Name one category");
  }
  const position = reader.positionAt(offset);
  const set = askedSet({variable, categories, isNot, text, ...(position && {position})});
  sets.push(set);
  return set.name;
}
