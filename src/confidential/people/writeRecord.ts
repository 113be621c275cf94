import {deriveRow, type Records} from "../../audit/index.ts";

/** Gives a record other values, by column, and works out again what follows from them. */
export function writeRecord(records: Records, row: number, values: ReadonlyMap<number, number>): void {
  for (const [column, value] of values) {
    const own = records.columns[column];
    if (own !== undefined) own[row] = value;
  }
  deriveRow(records, row);
}
