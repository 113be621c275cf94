import {DictionaryError} from "../confidential/index.ts";
import {notStated, outside, type Answers} from "./client.ts";
import {columnNamed, isOutside, type CodedColumn, type Layout} from "./layout.ts";
import type {MarginsPlace} from "./marginsFile.ts";

/** Whether a client is one of those that a margin speaks of. */
export type ClientCondition = (client: Answers) => boolean;

const comparison = /^(?<field>[A-Z0-9_]+)(?:\.(?<property>[a-z0-9-]+))? (?<operator>=|!=|<|>=) (?<value>\S+)$/;

/**
 * Reads `PRISON.sex = female and ICDATE < 2007-07-01`: a column, or a column's grouping, compared with a name (or
 * several between bars), a date, or a number. Throws DictionaryError at the place it stands.
 */
export function readCondition(layout: Layout, text: string, place: MarginsPlace): ClientCondition {
  const parts = text.split(" and ").map((part) => readComparison(layout, part.trim(), place));
  return (client) => parts.every((holds) => holds(client));
}

function readComparison(layout: Layout, text: string, place: MarginsPlace): ClientCondition {
  const {field, property, operator, value} = comparison.exec(text)?.groups ?? {};
  if (!field || !operator || !value) {
    throw new DictionaryError(
      place,
      `"${text}" is not a comparison. Write it like PRISON = lewes or ICDATE < 2007-07-01.`,
    );
  }
  const column = columnNamed(layout, field, place);
  const ask = answerReader(layout, column, property);
  const values = value.split("|");
  if (operator === "=") return (client) => values.includes(ask(client));
  if (operator === "!=") return (client) => !values.includes(ask(client));
  // Ages compare as numbers; ISO dates compare as texts.
  const order = (client: Answers) => (property ? Number(ask(client)) - Number(value) : ask(client) < value ? -1 : 1);
  return operator === "<" ? (client) => order(client) < 0 : (client) => order(client) >= 0;
}

/** How a client's answer in a column is named; blank answers and codes of "not stated" are `not-stated`. */
export function answerReader(layout: Layout, column: CodedColumn, property?: string): (client: Answers) => string {
  const names = new Map(
    column.codes.map((code): [string, string] => {
      if (code.role === "not-stated") return [code.code, notStated];
      if (!property) return [code.code, code.name];
      if (property === "place") return [code.code, isOutside(layout, code) ? outside : "in-region"];
      return [code.code, code.extra[property] ?? ""];
    }),
  );
  return (client) => {
    const decided = property && client[`${column.name}.${property}`];
    if (decided) return decided;
    const answer = client[column.name];
    return answer ? (names.get(answer) ?? answer) : notStated;
  };
}
