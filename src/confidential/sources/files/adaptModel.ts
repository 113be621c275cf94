import {tidyLabel, type Encoding} from "../../../intake/index.ts";
import {adviseOnName, type ExtractReading, type Report, type Project} from "../../../publication/index.ts";
import {dateFormatExamples, parseDateFormat, type DateFormat} from "../../dictionary/dateFormat.ts";
import type {Column, Dictionary} from "../../dictionary/dictionary.ts";
import {DictionaryError} from "../../dictionary/DictionaryError.ts";
import {checkDates} from "../../dictionary/checkDates.ts";
import {readValueMapping} from "../../dictionary/readValueMapping.ts";
import type {ExtractModel} from "../../dictionary/variableModel.ts";

/** A dictionary's model, with what the report says of how the extract at hand is written. */
export interface AdaptedModel extends ExtractModel {
  readonly encoding?: Encoding;
  /** IANA name of the zone in which moments of a Parquet file become days. */
  readonly timeZone?: string;
}

/** The name of a column in the extract at hand. */
export function headerOf({name, header}: Column): string {
  return header ?? name;
}

type Refuse = (message: string) => DictionaryError;

/**
 * A model whose columns have the names, dates and values that the report says its extract gives them. Throws
 * DictionaryError for a column or code that the dictionary lacks, and for dates that could be read in two ways.
 */
export function adaptModel(
  model: ExtractModel,
  {project, report, extract}: {readonly project: Project; readonly report: Report; readonly extract: string},
): AdaptedModel {
  const {id, extractReadings} = report;
  const reading = extractReadings?.[extract];
  if (reading === undefined) return model;
  const refuse: Refuse = (message) =>
    new DictionaryError(reading.position ?? {file: `reports/${id}/report.yaml`}, `extracts, ${extract}: ${message}`);
  const {encoding, timeZone} = reading;
  refuseUnknownColumns(reading, model.dictionary, refuse);
  const dates = reading.dates && readDates(reading.dates, refuse);
  const columns = model.dictionary.columns.map((column) =>
    adaptColumn(column, {project, reading, dates, model, refuse}),
  );
  refuseOneHeader(columns, refuse);
  const dictionary = {...model.dictionary, columns};
  checkDates(dictionary, refuse);
  return {
    ...model,
    dictionary,
    ...(encoding !== undefined && {encoding}),
    ...(timeZone !== undefined && {timeZone: readZone(timeZone, refuse)}),
  };
}

function refuseUnknownColumns(
  {columns, values, century}: ExtractReading,
  dictionary: Dictionary,
  refuse: Refuse,
): void {
  const known = dictionary.columns.map(({name}) => name);
  const asked = new Set([columns, values, century].flatMap((part) => Object.keys(part ?? {})));
  const unknown = [...asked].filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const listed = unknown.map((name) => `"${name}" (${adviseOnName(name, known)})`);
  throw refuse(`the dictionary "${dictionary.name}" has no column ${listed.join(", ")}. Correct the name.`);
}

/** One column of a file answers one question: what two of them would read there is the answer to one at most. */
function refuseOneHeader(columns: readonly Column[], refuse: Refuse): void {
  const byHeader = Map.groupBy(columns, (column) => tidyLabel(headerOf(column)));
  const shared = [...byHeader].find(([, [, second]]) => second !== undefined);
  if (shared === undefined) return;
  const names = shared[1].map(({name}) => `"${name}"`).join(" and ");
  throw refuse(`${names} would both be read from "${shared[0]}". Name a column of the file for each of them.`);
}

function readDates(names: readonly string[], refuse: Refuse): readonly DateFormat[] {
  const formats = names.map((name) => {
    const format = parseDateFormat(name);
    if (format === undefined) throw refuse(`there is no date format "${name}". Formats are: ${dateFormatExamples}.`);
    return format;
  });
  return formats;
}

/** Refuses a zone that is none before a form is read. */
function readZone(name: string, refuse: Refuse): string {
  try {
    return new Intl.DateTimeFormat("en-GB", {timeZone: name}).resolvedOptions().timeZone;
  } catch {
    throw refuse(`there is no time zone "${name}". Write one like Europe/London.`);
  }
}

interface Adapting {
  readonly project: Project;
  readonly reading: ExtractReading;
  readonly dates: readonly DateFormat[] | undefined;
  readonly model: ExtractModel;
  readonly refuse: Refuse;
}

function adaptColumn(column: Column, {project, reading, dates, model, refuse}: Adapting): Column {
  const header = reading.columns?.[column.name];
  const named = header === undefined ? column : {...column, header};
  const values = reading.values?.[column.name];
  const century = reading.century?.[column.name];
  if (values !== undefined && !("list" in named)) {
    throw refuse(`column "${column.name}" holds no codes: its values stand for themselves.`);
  }
  if (named.type === "date") {
    return {...named, ...(dates && {dates}), ...(century !== undefined && {century})};
  }
  if (century !== undefined) throw refuse(`column "${column.name}" holds no dates, and so has no century.`);
  if (values === undefined || !("list" in named)) return named;
  const codes = (model.lists.get(named.list)?.rows ?? []).map(({code}) => code);
  return {...named, values: readValueMapping(values, {project, column: named, codes, refuse})};
}
