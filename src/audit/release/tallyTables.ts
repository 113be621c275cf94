import type {AuditModel} from "../model/auditModel.ts";
import type {TableTally} from "./AuditReport.ts";

/**
 * How many counts each table shows and withholds, and how many of these are unsafe by themselves where that is known; a
 * table is a population by the variables that stand together.
 */
export function tallyTables({cells}: AuditModel, primaries?: ReadonlySet<string>): readonly TableTally[] {
  const shown = cells.filter(({standing}) => standing !== "unseen");
  const tables = Map.groupBy(shown, ({population, at}) => {
    const variables = Object.keys(at).toSorted().join(", ");
    return variables === "" ? population : `${population} by ${variables}`;
  });
  return [...tables]
    .map(([table, counts]) => {
      const withheld = counts.filter(({standing}) => standing === "withheld");
      const unsafe = primaries && withheld.filter(({key}) => primaries.has(key)).length;
      return {table, counts: counts.length, withheld: withheld.length, ...(unsafe !== undefined && {unsafe})};
    })
    .toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
