import {confusable, parseDateFormat} from "../dictionary/dateFormat.ts";
import type {ExtractTexts} from "../sources/files/ExtractTexts.ts";
import type {ColumnContent, DraftedColumn, DraftedExtract, LeftOutColumn} from "./draftedExtract.ts";
import type {DateFinding} from "./findDates.ts";
import {judgeAnswers} from "./judgeAnswers.ts";
import {leaveOut, type Judgement} from "./judgement.ts";
import type {ColumnLook} from "./lookAt.ts";

/** Columns that everything else hangs on, by name. */
export interface ChosenColumns {
  readonly client: string;
  readonly period: string;
}

/** What was seen of the columns that have a name, in the order of the file. Confidential. */
export interface FoundColumns {
  readonly looks: readonly ColumnLook[];
  readonly dates: readonly DateFinding[];
}

/** What each column holds, or why it is left out. */
export async function judgeColumns(
  texts: ExtractTexts,
  {looks, dates, client, period}: FoundColumns & ChosenColumns,
): Promise<Pick<DraftedExtract, "dates" | "columns" | "leftOut">> {
  const columns: DraftedColumn[] = [];
  const unreadable = texts.unreadable.map((name) => ({name, why: "its type holds no answers. Export it as text"}));
  const out: LeftOutColumn[] = [...unreadable, ...namedTwice(texts, looks)];
  // Whatever the order of columns, the date that selects the period says how dates are written.
  const formats = new Set(dates.find(({name}) => name === period)?.content.formats);
  const sharing = {client, people: await texts.people(client)};
  const judge = async (look: ColumnLook): Promise<Judgement> => {
    if (look.name === client) return {type: "text"};
    const date = dates.find(({name}) => name === look.name);
    if (date === undefined) return judgeAnswers(texts, look, sharing);
    return look.name === period ? date.content : judgeDate(date, look, formats);
  };
  for (const look of looks) {
    const judged = await judge(look);
    if (judged.type === "left out") {
      out.push({name: look.name, why: judged.why});
      continue;
    }
    if (judged.type === "date") judged.formats.forEach((format) => formats.add(format));
    columns.push({name: look.name, holds: judged});
  }
  return {dates: [...formats], columns, leftOut: out};
}

/** A dictionary has one order of day and month, and no dates that say when somebody was born. */
function judgeDate(
  {content}: DateFinding,
  {heading}: ColumnLook,
  formats: ReadonlySet<string>,
): ColumnContent | Judgement {
  if (heading.personal !== undefined) return leaveOut(heading.personal);
  const all = [...formats, ...content.formats].flatMap((format) => parseDateFormat(format) ?? []);
  if (confusable(all) === undefined) return content;
  return leaveOut(
    "its dates have day and month in another order than those by which records are counted. Export them alike",
  );
}

function namedTwice({headers}: ExtractTexts, looks: readonly ColumnLook[]): readonly LeftOutColumn[] {
  return headers
    .filter((name) => !looks.some((look) => look.name === name))
    .map((name) => ({name, why: "its name differs from another one by capitals alone. Rename it"}));
}
