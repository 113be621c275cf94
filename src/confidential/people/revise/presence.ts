import {completeRecords, type Definitions, type People, type Records} from "../../../audit/index.ts";
import {addColumns, countOnly} from "./addColumns.ts";

/** Values of the column that says whether a record is there. */
export const here = 0;
export const away = 1;

export const presence = {name: "presence", values: ["here", "away"]};

/** How people are counted, with the people. */
export interface DefinedPeople {
  readonly definitions: Definitions;
  readonly people: People;
}

/**
 * The same people with a last column that says whether a record is there, and after them records that are not, by source so
 * many: room for those that an earlier edition had and today's has not.
 */
export function withPresence({definitions, people}: DefinedPeople, room: readonly number[]): DefinedPeople {
  const wide = people.reduce((known, _, source) => addColumns(known, source, [presence]), definitions);
  const sources = wide.sources.map((source, at) => {
    const {records} = source;
    return {...source, records: records === 0 ? 0 : records + (room[at] ?? 0)};
  });
  const editions = wide.editions.map((edition) => ({
    ...edition,
    populations: edition.populations.map((one) =>
      countOnly(one, definitions.sources[one.source]?.columns.length ?? 0, [here]),
    ),
  }));
  return {
    definitions: {sources, editions},
    people: people.map((records, at) => addRecords(records, sources[at] ?? records.definition)),
  };
}

/** Records that are not there, alike to the first that is, so that any of them serves for one that was. */
function addRecords({columns, size}: Records, definition: Records["definition"]): Records {
  const added = definition.records - size;
  const own = columns.slice(0, definition.columns.length - 1).map((values) => {
    return Uint16Array.from([...values, ...Array.from({length: added}, () => values[0] ?? 0)]);
  });
  return completeRecords(definition, [...own, new Uint16Array(definition.records).fill(away, size)]);
}
