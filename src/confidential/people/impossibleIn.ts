import {ownColumns, valueWith, weightOf, type PeopleStatement, type Records} from "../../audit/index.ts";
import {keysFor, type Impossible} from "./combinations.ts";

/** What no record can be: a place that is printed as empty, and what the definitions call impossible. */
export function impossibleIn({definition}: Records, statements: readonly PeopleStatement[]): readonly Impossible[] {
  const empty = statements.filter(
    ({upper, parts}) => upper === 0 && parts.every(({weights, sign = 1}) => weights === undefined && sign > 0),
  );
  const places = empty.flatMap(({parts}) =>
    parts.map((part): Impossible => {
      const columns = ownColumns(part, definition);
      const last = columns.at(-1);
      const mask = part.terms.filter(({column}) => column === last);
      const size = last === undefined ? 0 : (definition.columns[last]?.values.length ?? 0);
      const lastValues = Array.from({length: size}, (_, value) => value).filter((value) =>
        mask.every((term) => term.mask[value] === 1),
      );
      return {columns, lastValues, isPart: (valueOf) => weightOf(part, valueWith(valueOf, definition)) > 0};
    }),
  );
  const never = definition.impossible.map(({columns, values}): Impossible => {
    const order = columns.map((column, at) => ({column, at})).sort((a, b) => a.column - b.column);
    const keyOf = keysFor(order.map(({column}) => definition.columns[column]?.values.length ?? 0));
    const keys = new Set(values.map((tuple) => keyOf(order.map(({at}) => tuple[at] ?? 0))));
    return {
      columns: order.map(({column}) => column),
      lastValues: [...new Set(values.map((tuple) => tuple[order.at(-1)?.at ?? 0] ?? 0))],
      isPart: (valueOf) => keys.has(keyOf(order.map(({column}) => valueOf(column)))),
    };
  });
  return [...places, ...never];
}
