import type {Period} from "../../publication/index.ts";
import {ExtractError} from "../sources/ExtractError.ts";
import {openTexts} from "../sources/files/openTexts.ts";
import type {ExtractTexts} from "../sources/files/ExtractTexts.ts";
import {chooseClient, choosePeriod} from "./chooseColumns.ts";
import type {DraftedExtract} from "./draftedExtract.ts";
import {centuryFor, findDates, type DateFinding} from "./findDates.ts";
import {judgeColumns, type ChosenColumns, type FoundColumns} from "./judgeColumns.ts";
import {lookAt, type ColumnLook} from "./lookAt.ts";

/** An extract to draft a dictionary from. */
export interface DraftExtractRequest {
  /** Absolute path. */
  readonly file: string;
  /** What the report is of: the date that selects it has to have days in it. */
  readonly period: Period;
  /** Columns that are known; what is absent is found out. */
  readonly client?: string;
  readonly date?: string;
}

/**
 * Looks an extract through of which nothing is known, and drafts what a dictionary would say of it. What it returns may be
 * written into public files and printed: see `DraftedExtract`. Throws ExtractError for what cannot be read, and where no
 * column names the client or none has dates in the period.
 */
export async function draftExtract(request: DraftExtractRequest): Promise<DraftedExtract> {
  await using texts = await openTexts(request.file, request.period);
  const looks: ColumnLook[] = [];
  for (const name of oneByOne(texts)) looks.push(await lookAt(texts, name));
  const dates: DateFinding[] = [];
  for (const look of looks) {
    const found = look.counts.stated === 0 ? undefined : await findDates(texts, look, request.period);
    if (found) dates.push(found);
  }
  const client = request.client ?? chooseClient(looks, new Set(dates.map(({name}) => name)));
  const period = request.date ?? choosePeriod(dates, looks);
  const known = settle(request, {looks, dates, client, period});
  const judged = await judgeColumns(texts, {looks, dates, ...known});
  const hasShortYears = judged.dates.some((format) => !format.includes("yyyy"));
  const century = hasShortYears ? {century: centuryFor(request.period)} : {};
  return {...judged, ...century, ...howItIsWritten(texts, looks, known.client), ...known};
}

/** Columns whose names differ by more than capitals: the others are left out. */
function oneByOne({headers}: ExtractTexts): readonly string[] {
  return headers.filter((name, at) => headers.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === at);
}

function settle(
  {file}: DraftExtractRequest,
  {looks, dates, client, period}: FoundColumns & {client: string | undefined; period: string | undefined},
): ChosenColumns {
  if (client === undefined || !looks.some(({name}) => name === client)) {
    const what =
      client === undefined ? "it is not plain which column names the client" : `there is no column "${client}"`;
    throw new ExtractError(
      {file},
      `${what}. Say with --client which column holds the reference of a person or, where none does, a number of each record; or export one.`,
    );
  }
  if (period === undefined || !dates.some(({name}) => name === period)) {
    const what =
      period === undefined
        ? "no column is filled with dates that lie in the report's period"
        : `"${period}" is no column of dates`;
    throw new ExtractError(
      {file},
      `${what}. Every record needs the date by which it belongs to a period: look whether --from and --to are right, say with --date which column it is, or export one.`,
    );
  }
  if (client === period) throw new ExtractError({file}, "the client and the date are one column. Name two.");
  return {client, period};
}

function howItIsWritten(
  texts: ExtractTexts,
  looks: readonly ColumnLook[],
  client: string,
): Pick<DraftedExtract, "delimiter" | "blank" | "isRepeated"> {
  const {blank, file} = texts.dictionary;
  const counts = looks.find(({name}) => name === client)?.counts;
  return {delimiter: file.delimiter, blank, isRepeated: counts !== undefined && counts.different < counts.stated};
}
