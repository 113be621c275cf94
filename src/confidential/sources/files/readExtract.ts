import type {DuckDBConnection} from "@duckdb/node-api";
import type {Period} from "../../../publication/index.ts";
import {createEnum} from "./columnSql.ts";
import {holdAgainstControl} from "./control/holdAgainstControl.ts";
import {countFaults, listFaults} from "./countFaults.ts";
import {describeCounts, faultsNamed} from "../describeCounts.ts";
import {kindOfFailure, isMachines} from "./kindOfFailure.ts";
import {ExtractError} from "../ExtractError.ts";
import {isSound} from "./faultProbes.ts";
import {nameForms, type FormsTable} from "./formsTable.ts";
import type {FaultCount, FormCounts} from "../RecordSource.ts";
import type {IngestedExtract} from "./ingested.ts";
import {hintOnCodes} from "./hintOnCodes.ts";
import type {LoadedForms} from "./loadCsv.ts";
import {loadForms} from "./loadForms.ts";
import {createMasks} from "./multiMasks.ts";
import type {OpenedExtract} from "./openExtract.ts";
import {refuseManyForms} from "./refuseManyForms.ts";
import {refuseSpoiled, type CountedExtract} from "./refuseSpoiled.ts";
import {createRepeats} from "./repeatedForms.ts";
import {settleDates} from "./settleDates.ts";
import {createStanding, isInside, standingTable, type CountedStretch} from "./standingForms.ts";
import {readTableOfCounts} from "./table/readTableOfCounts.ts";
import type {Workspace} from "./workspace.ts";

export interface ExtractToRead {
  readonly name: string;
  readonly opened: OpenedExtract;
  readonly period: CountedStretch;
}

/**
 * Reads one extract: loads and checks its forms, finds repeats, and chooses the forms that stand for clients.
 * Throws ExtractError for a fault that spoils the file, and where no form of it can be counted.
 */
export async function readExtract(
  {name, opened, period}: ExtractToRead,
  workspace: Workspace,
): Promise<IngestedExtract> {
  const {connection} = workspace;
  const {model, source, source: {file}, content} = opened; // prettier-ignore
  const forms = nameForms(`forms_${name.replaceAll(/[^a-z0-9]/gi, "_")}`, model);
  try {
    const {lines, encoding} = await readForms(opened, forms, workspace);
    const controlled = await holdAgainstControl({source, forms, period, connection});
    const table = await readTableOfCounts(forms, {source, lines}, connection);
    await connection.run(createStanding(forms, period));
    await refuseManyForms(forms, connection, file);
    const counts = await countForms(forms, period, connection);
    const counted = await countFaults(forms, connection);
    const faultCounts = await hintOnCodes({opened, forms, counts}, counted, workspace);
    const faults = (limit: number) => listFaults(forms, connection, {file, lines, limit});
    const log = async () =>
      describeCounts({name, encoding, controlled, counts, faultCounts, first: await faults(faultsNamed)});
    await refuseEmpty({file, counts, faultCounts, log}, period);
    await refuseSpoiled({file, counts, faultCounts, log}, model.dictionary);
    return {
      name,
      file,
      encoding,
      isEncodingAssumed: content.kind === "text" && content.inspection.isAssumed,
      limits: model.dictionary.file,
      ignoredColumns: opened.ignored,
      controlled,
      counts,
      faultCounts,
      faults,
      forms,
      ...table,
    };
  } catch (error) {
    if ((error instanceof Error && "exitCode" in error) || isMachines(error)) throw error;
    throw new ExtractError({file}, `the file could not be read (${kindOfFailure(error)}).`);
  }
}

/** Reads the forms, settles how their dates are written, and finds what hangs together in them. */
async function readForms(opened: OpenedExtract, forms: FormsTable, workspace: Workspace): Promise<LoadedForms> {
  const {connection} = workspace;
  await createEnums(forms, connection);
  const loaded = await loadForms(opened, forms, workspace);
  await settleDates(forms, connection, opened.source.file);
  await connectForms(forms, connection);
  return loaded;
}

async function createEnums({table, model}: FormsTable, connection: DuckDBConnection): Promise<void> {
  const coded = new Set(model.dictionary.columns.flatMap((column) => (column.type === "code" ? [column.list] : [])));
  for (const listName of coded) {
    const list = model.lists.get(listName);
    if (list) await connection.run(createEnum(table, model.dictionary, list));
  }
}

async function connectForms(forms: FormsTable, connection: DuckDBConnection): Promise<void> {
  for (const column of forms.model.dictionary.columns) {
    if (column.type === "text" && column.unique) await connection.run(createRepeats(forms, column.name));
    const list = column.type === "codes" && forms.model.lists.get(column.list);
    if (list) await connection.run(createMasks(forms, column, list));
  }
}

async function countForms(forms: FormsTable, period: Period, connection: DuckDBConnection): Promise<FormCounts> {
  const sound = isSound(forms);
  const inside = isInside(forms, period);
  const result = await connection.runAndReadAll(
    `SELECT count(*), count(*) FILTER (NOT (${sound})), count(*) FILTER (${sound} AND NOT ${inside}),
      (SELECT count(*) FROM ${standingTable(forms)}) FROM ${forms.table}`,
  );
  const [read = 0, quarantined = 0, outsidePeriod = 0, counted = 0] = (result.getRows()[0] ?? []).map(Number);
  return {read, quarantined, outsidePeriod, superseded: read - quarantined - outsidePeriod - counted, counted};
}

async function refuseEmpty({file, counts, faultCounts, log}: CountedExtract, period: Period): Promise<void> {
  const {read, outsidePeriod, counted} = counts;
  if (read === 0) throw new ExtractError({file}, "there is no form beneath the header. Export the file again.");
  if (counted > 0) return;
  const spoiling = faultCounts.filter(({severity}) => severity === "form-quarantined");
  throw new ExtractError(
    {file},
    `no form can be counted: all are faulty or lie outside the period ${period.from} to ${period.to}${describeMost(read, outsidePeriod, spoiling)}. Check that this is the right extract for the report.`,
    (await log()).join("\n"),
  );
}

/** What spoils most forms, where one thing does, without how many. */
function describeMost(read: number, outsidePeriod: number, spoiling: readonly FaultCount[]): string {
  const isMost = (forms: number): boolean => forms > read / 2;
  if (isMost(outsidePeriod)) return ", most of them outside";
  const usual = spoiling.find(({forms}) => isMost(forms));
  return usual === undefined ? "" : `, most of them with ${usual.rule} in ${usual.column}`;
}
