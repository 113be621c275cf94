import {differencesCsv} from "./csv/differencesCsv.ts";
import {tidyCsv} from "./csv/tidyCsv.ts";
import {encode, nameOfItem, type Format} from "./format.ts";

/** Tidy tables: of each figure and table, of all of them, and of the differences that the text prints. */
export const csv: Format = {
  name: "CSV",
  type: "text/csv; charset=utf-8",
  ofItem: (item) => {
    const text = tidyCsv(item.data.rows.map((row) => ({row})));
    return [{path: `data/${item.id}.csv`, bytes: encode(text), label: `${nameOfItem(item)}, data`}];
  },
  ofReport: ({items, words, differences}) => {
    const all = items.flatMap(({kind, id, data}) => data.rows.map((row) => ({row, shownIn: `${kind} ${id}`})));
    const whole = {path: `data/${words.id}.csv`, bytes: encode(tidyCsv(all)), label: "All figures and tables, data"};
    if (differences.length === 0) return [whole];
    const bytes = encode(differencesCsv(differences));
    return [
      whole,
      {path: `data/${words.id}-differences.csv`, bytes, label: "Differences of the text and their intervals"},
    ];
  },
  ofFiles: () => [],
};
