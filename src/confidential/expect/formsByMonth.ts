import {isWholeMonths, monthsIn} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {RecordSource} from "../sources/RecordSource.ts";

/**
 * The forms of an extract by the month of the date that they are counted by, if they have one, superseded and faulty ones among them, because
 * what is missing was lost before anything was decided. Nothing where the days that are counted are no whole months.
 */
export async function formsByMonth(
  source: Pick<RecordSource, "answers">,
  extract: string,
  model: ExtractModel | undefined,
): Promise<Readonly<Record<string, number>>> {
  if (model === undefined || !isWholeMonths(model.window)) return {};
  const {window, dictionary: {period}} = model; // prettier-ignore
  if (period === undefined) return {};
  const asked = {kind: "month", of: period, within: window, isSelected: false} as const;
  const {columns: [column], times} = await source.answers(extract, {columns: [asked], countedOnly: false}); // prettier-ignore
  const forms = new Map(monthsIn(window).map((month) => [month, 0]));
  for (const [group, place] of Array.from(column?.values ?? []).entries()) {
    const answer = column?.answers[place];
    if (answer?.kind !== "month") throw new Error("a month was asked, and something else was answered");
    const known = forms.get(answer.is);
    if (known !== undefined) forms.set(answer.is, known + (times[group] ?? 0));
  }
  return Object.fromEntries(forms);
}
