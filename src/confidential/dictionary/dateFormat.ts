/** One part of a date as it is written. `name`: the month's English name, whole or by its first three letters. */
export type DatePart = "day" | "month" | "name" | "year" | "short-year";

/** How dates are written in an extract. Days and months may have one digit where a sign stands between the parts. */
export type DateFormat =
  | {
      readonly kind: "calendar";
      /** As the dictionary has it, e.g. `dd/mm/yyyy`. */
      readonly name: string;
      readonly parts: readonly [DatePart, DatePart, DatePart];
      /** Sign between the parts; empty where none is. */
      readonly sign: string;
      /** Whether any time of day may follow, which is passed over; otherwise midnight alone. */
      readonly hasTime: boolean;
    }
  /** Days since a day that a spreadsheet counts from, given in ISO. */
  | {readonly kind: "serial"; readonly name: string; readonly since: string};

const partOf: Readonly<Record<string, DatePart>> = {
  dd: "day",
  mm: "month",
  mon: "name",
  mmm: "name",
  yyyy: "year",
  yy: "short-year",
};

const written =
  /^(dd|mm|mon|mmm|yyyy|yy)([-/. ]?)(dd|mm|mon|mmm|yyyy|yy)\2(dd|mm|mon|mmm|yyyy|yy)([ t]hh:mm(?::ss)?)?$/;

/** Source: how Excel for Windows and, formerly, for the Mac count days; the first has a 29 February 1900 too many. */
const serials: Readonly<Record<string, string>> = {excel: "1899-12-30", "excel-1904": "1904-01-01"};

/** What a dictionary may name, for messages. */
export const dateFormatExamples =
  "dd/mm/yyyy, yyyy-mm-dd, dd-mon-yyyy, dd.mm.yyyy, yyyymmdd, mm/dd/yyyy, dd/mm/yy, dd/mm/yyyy hh:mm, yyyy-mm-ddThh:mm:ss, excel";

/** The format of a name, in capitals or not; nothing where it is none. */
export function parseDateFormat(text: string): DateFormat | undefined {
  const name = text.trim().toLowerCase();
  const since = Object.hasOwn(serials, name) ? serials[name] : undefined;
  if (since !== undefined) return {kind: "serial", name, since};
  const [, one = "", sign = "", two = "", three = "", time] = written.exec(name) ?? [];
  const [first, second, third] = [partOf[one], partOf[two], partOf[three]];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const parts = [first, second, third] as const;
  const has = (...kinds: readonly DatePart[]): boolean => parts.some((part) => kinds.includes(part));
  if (!has("day") || !has("month", "name") || !has("year", "short-year")) return undefined;
  return {kind: "calendar", name, parts, sign, hasTime: time !== undefined};
}

/** Whether years are written with their last two digits. */
export function hasShortYear(format: DateFormat): boolean {
  return format.kind === "calendar" && format.parts.includes("short-year");
}

/** Two formats that the same text may have, with different days: nothing would tell which of them is meant. */
export function confusable(formats: readonly DateFormat[]): readonly [DateFormat, DateFormat] | undefined {
  const looks = new Map<string, DateFormat>();
  for (const format of formats) {
    const look = lookOf(format);
    const other = looks.get(look);
    if (other !== undefined && orderOf(other) !== orderOf(format)) return [other, format];
    looks.set(look, other ?? format);
  }
  return undefined;
}

/** What dates of a format look like, the order of day and month and the time aside. */
export function lookOf(format: DateFormat): string {
  if (format.kind === "serial") return "serial";
  const digits = {day: "2", month: "2", "short-year": "2", year: "4", name: "name"} as const;
  return format.parts.map((part) => digits[part]).join(format.sign === "" ? "none" : format.sign);
}

function orderOf(format: DateFormat): string {
  return format.kind === "serial" ? format.since : format.parts.join(" ");
}

/** Texts that look like a date, in whatever order its parts stand. */
export const dateLike =
  /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?|\d{1,2}[ -]\p{L}{3,9}[ -]\d{2,4})$/u;
