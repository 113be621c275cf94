import type {DuckDBConnection} from "@duckdb/node-api";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {createEnum} from "./columnSql.ts";
import {countFaults, listFaults} from "./countFaults.ts";
import {describeFailure} from "./describeFailure.ts";
import {ExtractError} from "./ExtractError.ts";
import {isSound} from "./faultProbes.ts";
import {nameForms, type FormsTable} from "./formsTable.ts";
import type {FaultCount, FormCounts, IngestedExtract} from "./ingested.ts";
import {inspectFile} from "./inspectFile.ts";
import {loadCsv, type Source} from "./loadCsv.ts";
import {loadParquet} from "./loadParquet.ts";
import {createMasks} from "./multiMasks.ts";
import {createRepeats} from "./repeatedForms.ts";
import {createStanding, isInside, standingTable, type Period} from "./standingForms.ts";
import type {Workspace} from "./workspace.ts";

/** One fault in more than this part of so many forms is a fault of the file: months before days, another code list. */
const spoiledFile = {part: 0.5, forms: 100};

export interface ExtractToRead {
  readonly name: string;
  readonly source: Source;
  readonly model: ExtractModel;
  readonly period: Period;
}

/**
 * Reads one extract: loads and checks its forms, finds repeats, and chooses the forms that stand for clients.
 * Throws ExtractError for a fault that spoils the file, and where no form of it can be counted.
 */
export async function readExtract(
  {name, source, model, period}: ExtractToRead,
  workspace: Workspace,
): Promise<IngestedExtract> {
  const {connection} = workspace;
  const forms = nameForms(`forms_${name.replaceAll(/[^a-z0-9]/gi, "_")}`, model);
  try {
    await createEnums(forms, connection);
    const isParquet = inspectFile(source.path).encoding === "parquet";
    const loaded = await (isParquet ? loadParquet : loadCsv)(source, forms, workspace);
    await connectForms(forms, period, connection);
    const counts = await countForms(forms, period, connection);
    const faultCounts = await countFaults(forms, connection);
    refuseEmpty(counts, {file: source.file, faultCounts, period});
    refuseSpoiled(counts, {file: source.file, faultCounts, dictionary: model.dictionary.name});
    const {file} = source;
    const faults = (limit: number) => listFaults(forms, connection, {file, lines: loaded.lines, limit});
    const {encoding, ignored: ignoredColumns} = loaded;
    return {name, file, encoding, ignoredColumns, counts, faultCounts, faults, forms};
  } catch (error) {
    if (error instanceof Error && "exitCode" in error) throw error;
    throw new ExtractError(source, `the file could not be read (${describeFailure(error)}).`);
  }
}

async function createEnums({table, model}: FormsTable, connection: DuckDBConnection): Promise<void> {
  const coded = new Set(model.dictionary.columns.flatMap((column) => (column.type === "code" ? [column.list] : [])));
  for (const listName of coded) {
    const list = model.lists.get(listName);
    if (list) await connection.run(createEnum(table, model.dictionary, list));
  }
}

async function connectForms(forms: FormsTable, period: Period, connection: DuckDBConnection): Promise<void> {
  for (const column of forms.model.dictionary.columns) {
    if (column.type === "text" && column.unique) await connection.run(createRepeats(forms, column.name));
    const list = column.type === "codes" && forms.model.lists.get(column.list);
    if (list) await connection.run(createMasks(forms, column, list));
  }
  await connection.run(createStanding(forms, period));
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

function refuseEmpty(
  {read, quarantined, outsidePeriod, counted}: FormCounts,
  {file, faultCounts, period}: {file: string; faultCounts: readonly FaultCount[]; period: Period},
): void {
  if (read === 0) throw new ExtractError({file}, "there is no form beneath the header. Export the file again.");
  if (counted > 0) return;
  const spoiling = faultCounts.filter(({severity}) => severity === "form-quarantined");
  const rules = spoiling.map(({rule, column, forms}) => `${rule} in ${column} ${forms}`);
  const faults = rules.length === 0 ? "" : ` (${rules.join("; ")})`;
  throw new ExtractError(
    {file},
    `no form can be counted: all are faulty or lie outside the period ${period.from} to ${period.to}${describeMost(read, outsidePeriod, spoiling)}. Check that this is the right extract for the report.`,
    `of ${read} forms ${quarantined} are faulty${faults} and ${outsidePeriod} lie outside the period.`,
  );
}

/** What spoils most forms, where one thing does, without how many. */
function describeMost(read: number, outsidePeriod: number, spoiling: readonly FaultCount[]): string {
  const isMost = (forms: number): boolean => forms > spoiledFile.part * read;
  if (isMost(outsidePeriod)) return ", most of them outside";
  const usual = spoiling.find(({forms}) => isMost(forms));
  return usual === undefined ? "" : `, most of them with ${usual.rule} in ${usual.column}`;
}

function refuseSpoiled(
  {read}: FormCounts,
  {file, faultCounts, dictionary}: {file: string; faultCounts: readonly FaultCount[]; dictionary: string},
): void {
  const spoilt = faultCounts.find(({forms}) => read >= spoiledFile.forms && forms > spoiledFile.part * read);
  if (!spoilt) return;
  const {rule, column, forms} = spoilt;
  throw new ExtractError(
    {file},
    `more than ${100 * spoiledFile.part}% of the forms have the fault ${rule} in ${column}: so many are a fault of the file. Compare the column with the dictionary "${dictionary}", its codes and dates, and export again or correct the dictionary.`,
    `${forms} of ${read} forms have the fault ${rule} in ${column}.`,
  );
}
