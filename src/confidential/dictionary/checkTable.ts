import {countColumnOf, type Dictionary} from "./dictionary.ts";
import {DictionaryError, type DictionaryFaults, type FilePosition} from "./DictionaryError.ts";

type Locate = (...path: readonly PropertyKey[]) => FilePosition;

/**
 * Finds what an extract of records lacks, and what a table of counts cannot have: its rows stand for records that nobody can
 * tell apart, and so for no client, no reference and no form of its own.
 */
export function checkTable(dictionary: Dictionary, locate: Locate, faults: DictionaryFaults): void {
  const {columns, client, standsForClient, overForms} = dictionary;
  const refuse = (message: string, ...path: readonly PropertyKey[]): void => {
    faults.attempt(() => {
      throw new DictionaryError(locate(...path), message);
    });
  };
  const counts = countColumnOf(dictionary);
  if (counts === undefined) {
    for (const field of lackedBy(dictionary)) {
      const otherwise = 'In a table of counts, a column of "type: count" says for how many records a row stands.';
      refuse(`"${field}" is missing: name a column of the extract. ${otherwise}`, field);
    }
    return;
  }
  const needless = `rows of a table of counts stand for records that are not told apart ("${counts.name}"). Remove it.`;
  if (client !== undefined) refuse(`there is no client: ${needless}`, "client");
  if (standsForClient.length > 0) refuse(`no row stands for a client: ${needless}`, "stands-for-client");
  for (const {position} of overForms) {
    faults.attempt(() => {
      throw new DictionaryError(position, `there are no forms of one client: ${needless}`);
    });
  }
  for (const {name, type} of columns) {
    if (type === "text") refuse(`column "${name}" would name a record: ${needless}`, "columns", name);
    if (type !== "count" || name === counts.name) continue;
    refuse(`"${counts.name}" says already for how many records a row stands. Keep one of the two.`, "columns", name);
  }
}

function lackedBy({client, period, standsForClient}: Dictionary): readonly string[] {
  return [
    ...(client === undefined ? ["client"] : []),
    ...(period === undefined ? ["period"] : []),
    ...(standsForClient.length === 0 ? ["stands-for-client"] : []),
  ];
}
