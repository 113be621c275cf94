import type {FormsTable} from "./formsTable.ts";
import {loadCsv, type LoadedForms} from "./loadCsv.ts";
import {loadParquet} from "./loadParquet.ts";
import type {OpenedExtract} from "./openExtract.ts";
import type {Workspace} from "./workspace.ts";

/** Reads the forms of an opened file into their table, whatever kind of file it is. Throws ExtractError for faults of all of it. */
export function loadForms(
  {content, ...opened}: OpenedExtract,
  forms: FormsTable,
  workspace: Workspace,
): Promise<LoadedForms> {
  return content.kind === "parquet"
    ? loadParquet({...opened, content}, forms, workspace)
    : loadCsv({...opened, content}, forms, workspace);
}
