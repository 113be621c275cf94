import type {AuditModel} from "../model/auditModel.ts";
import type {TableTally} from "./AuditReport.ts";

/** How many counts each table shows and withholds; a table is a population by the variables that stand together. */
export function tallyTables({cells}: AuditModel): readonly TableTally[] {
  const shown = cells.filter(({standing}) => standing !== "unseen");
  const tables = Map.groupBy(shown, ({population, at}) => {
    const variables = Object.keys(at).toSorted().join(", ");
    return variables === "" ? population : `${population} by ${variables}`;
  });
  return [...tables]
    .map(([table, counts]) => ({
      table,
      counts: counts.length,
      withheld: counts.filter(({standing}) => standing === "withheld").length,
    }))
    .toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
