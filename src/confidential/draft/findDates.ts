import type {Period} from "../../publication/index.ts";
import type {ExtractTexts, TextShape} from "../sources/files/ExtractTexts.ts";
import type {ColumnContent} from "./draftedExtract.ts";
import type {ColumnLook} from "./lookAt.ts";

/** A column of dates, and how many of them there are. Confidential. */
export interface DateFinding {
  readonly name: string;
  readonly content: Extract<ColumnContent, {type: "date"}>;
  readonly usable: number;
  readonly inPeriod: number;
}

/** How dates look, with the formats that look so: the usual order of day and month first. */
interface DateForm {
  readonly looks: RegExp;
  readonly formats: readonly string[];
}

const time = /([a ] ?99?:99(:99([.,]9+)?)?( ?aa)?( ?(a|[+-]99:?99))?)?$/.source;
const form = (looks: RegExp, ...formats: readonly string[]): DateForm => ({
  looks: new RegExp(`^${looks.source}${time}`),
  formats,
});

const forms: readonly DateForm[] = [
  form(/9999-99-99/, "yyyy-mm-dd"),
  form(/9999\/99?\/99?/, "yyyy/mm/dd"),
  form(/99?\/99?\/9999/, "dd/mm/yyyy", "mm/dd/yyyy"),
  form(/99?-99?-9999/, "dd-mm-yyyy", "mm-dd-yyyy"),
  form(/99?\.99?\.9999/, "dd.mm.yyyy", "mm.dd.yyyy"),
  form(/99?-a{3,9}-9999/, "dd-mon-yyyy"),
  form(/99? a{3,9} 9999/, "dd mon yyyy"),
  form(/99?\/a{3,9}\/9999/, "dd/mon/yyyy"),
  form(/99999999/, "yyyymmdd"),
  form(/99?\/99?\/99/, "dd/mm/yy", "mm/dd/yy"),
  form(/99?-99?-99/, "dd-mm-yy", "mm-dd-yy"),
  form(/99?\.99?\.99/, "dd.mm.yy", "mm.dd.yy"),
  form(/99?-a{3,9}-99/, "dd-mon-yy"),
  form(/99? a{3,9} 99/, "dd mon yy"),
];

/** A form of fewer answers than this part of them is a slip of the pen. */
const leastForm = 0.01;
/** So many answers have to be dates: the reader lets a quarter of them be faulty. */
const leastDates = 0.9;
/** The hundred years of years with two digits begin so long before the period's end. */
const yearsBack = 70;

/** How the dates of a column are written; nothing for a column of other answers. */
export async function findDates(
  texts: ExtractTexts,
  {name, shapes, counts: {stated}}: ColumnLook,
  period: Period,
): Promise<DateFinding | undefined> {
  const century = centuryFor(period);
  const found = forms
    .map((one) => ({...one, answers: shapes.filter(({shape}) => one.looks.test(shape))}))
    .filter(({answers}) => recordsOf(answers) >= leastForm * stated && answers.length > 0);
  if (recordsOf(found.flatMap(({answers}) => answers)) < leastDates * stated) return undefined;
  const chosen: {readonly format: string; readonly isDoubtful: boolean}[] = [];
  for (const {formats, answers} of found) {
    const timed = answers.some(({shape}) => shape.includes(":"));
    const tried = formats.map((format) => (timed ? `${format} hh:mm` : format));
    const counted: number[] = [];
    for (const format of tried) counted.push((await texts.dates(name, {formats: [format], century, period})).usable);
    const best = counted.indexOf(Math.max(...counted));
    chosen.push({format: tried[best] ?? "", isDoubtful: counted.length > 1 && counted[0] === counted[1]});
  }
  const formats = chosen.map(({format}) => format);
  const dates = await texts.dates(name, {formats, century, period});
  if (dates.usable < leastDates * stated) return undefined;
  const isDoubtful = chosen.some((one) => one.isDoubtful);
  return {name, content: {type: "date", formats, isDoubtful}, ...dates};
}

/** The first of the hundred years that years of two digits lie in: most lie before the period's end, and some after it. */
export function centuryFor({to}: Period): number {
  return Math.floor((Number(to.slice(0, 4)) - yearsBack) / 10) * 10;
}

function recordsOf(shapes: readonly TextShape[]): number {
  return shapes.reduce((sum, {records}) => sum + records, 0);
}
