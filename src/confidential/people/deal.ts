import {
  bucketsOf,
  completeRecords,
  rotate,
  type ExchangeTies,
  type People,
  type Records,
  type Rotation,
} from "../../audit/index.ts";
import type {PeopleRandom} from "./random.ts";

/**
 * Deals the answers anew: column by column, the values of all records that agree on what a statement ties the column to are
 * put in order and dealt at random. No row is a person's any more, and every statement still holds.
 */
export function dealAgain(people: People, ties: readonly ExchangeTies[], random: PeopleRandom): People {
  return people.map((records, source) => {
    const dealt = inOrder(records);
    for (let round = 0; round < 2; round += 1) {
      (ties[source] ?? []).forEach((within, column) => dealColumn(dealt, {column, within}, random));
    }
    return inOrder(dealt);
  });
}

/** One more population: every column turned by a number of places of its own. */
export function turnAll(people: People, ties: readonly ExchangeTies[], random: PeopleRandom): readonly Rotation[] {
  return people.flatMap(({size, definition}, source) =>
    definition.columns.flatMap((_, column) => {
      const within = ties[source]?.[column];
      return within === undefined || size < 2
        ? []
        : [{source, column, within, by: 1 + random.below(Math.max(1, size - 1))}];
    }),
  );
}

/** A population after some turns, with what follows from its columns worked out. */
export function turned(people: People, rotations: readonly Rotation[]): People {
  return people.map((records, source) => {
    const own = records.columns.slice(0, records.definition.columns.length).map((values) => values.slice());
    const copy = {...records, columns: own};
    for (const rotation of rotations) if (rotation.source === source) rotate(copy, rotation);
    return completeRecords(records.definition, own);
  });
}

function dealColumn(
  records: Records,
  {column, within}: Pick<Rotation, "column" | "within">,
  random: PeopleRandom,
): void {
  const values = records.columns[column];
  if (values === undefined) return;
  for (const rows of bucketsOf(records, within)) {
    const dealt = rows.map((row) => values[row] ?? 0).sort((a, b) => a - b);
    for (let at = dealt.length - 1; at > 0; at -= 1) {
      const other = random.below(at + 1);
      [dealt[at], dealt[other]] = [dealt[other] ?? 0, dealt[at] ?? 0];
    }
    rows.forEach((row, at) => (values[row] = dealt[at] ?? 0));
  }
}

/** The records in the order of their values, which tells nothing of the order in the extract. */
function inOrder({definition, columns, size}: Records): Records {
  const order = Array.from({length: size}, (_, row) => row).sort((a, b) => {
    for (const values of columns) {
      const difference = (values[a] ?? 0) - (values[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const own = columns
    .slice(0, definition.columns.length)
    .map((values) => Uint16Array.from(order, (row) => values[row] ?? 0));
  return completeRecords(definition, own);
}
