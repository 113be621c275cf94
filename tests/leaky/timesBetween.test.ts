import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {rangeIn, type Kind, type Row} from "./rangeOf.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";

/** A quarter of treatment, and the days until then in bands, the last of which begins with some day. */
function withTreatment(long: number): (dictionary: string) => string {
  const variables = `  started: {label: Start, period: {of: STARTED, in: quarter, year: financial}}
  wait: {label: Days to treatment, days: {from: SEEN, to: STARTED}, unit: days, between: [0, 400]}
  wait-band:
    label: Wait
    bands:
      of: wait
      groups:
        - {name: same-day, label: Same day, text: same day, to: 0}
        - {name: weeks, label: Weeks, text: weeks, from: 1, to: ${String(long - 1)}}
        - {name: long, label: Long, text: long, from: ${String(long)}}
`;
  const column = "  STARTED: {title: Treatment began, type: date}";
  const rule =
    "  - {name: seen-first, title: treatment before contact, holds: STARTED >= SEEN, otherwise: blank STARTED}";
  return (text) => text.replace("variables:", [column, "rules:", rule, "variables:"].join("\n")) + variables;
}

async function released(text: string, people: readonly Alike[], long: number): Promise<SmallRelease> {
  const made = await releaseSmall({text, people, changed: {"data/dictionaries/small.yaml": withTreatment(long)}});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

const quarters = ["2007-08-q1", "2007-08-q2", "2007-08-q3", "2007-08-q4"];
const dayLength = 86_400_000;

function quarterOf(day: number): string {
  const date = new Date(day);
  const place = 4 * (date.getUTCFullYear() - 2007) + Math.floor(date.getUTCMonth() / 3) - 1;
  return quarters[place] ?? "not-stated";
}

/** What a reader makes of a day and the days until another one: nothing where treatment never began. */
function answersOf({seen = "", wait}: Kind, long: number): Readonly<Record<string, string>> {
  const day = Date.parse(seen);
  const isBelieved = wait !== undefined && wait <= 400;
  return {
    usable: "yes",
    quarter: quarterOf(day),
    started: wait === undefined ? "not-stated" : quarterOf(day + wait * dayLength),
    "wait-band": !isBelieved ? "not-stated" : wait === 0 ? "same-day" : wait < long ? "weeks" : "long",
  };
}

/** One of each kind of people that the calendar has: of every day of the year and every wait, or none. */
function kindsOnCalendar(long: number): readonly Kind[] {
  const found = new Map<string, Kind>();
  for (let at = 0; at < 366; at += 1) {
    const seen = new Date(Date.UTC(2007, 3, 1 + at)).toISOString().slice(0, 10);
    for (const kind of [{seen}, ...Array.from({length: 600}, (_, wait) => ({seen, wait}))]) {
      found.set(Object.values(answersOf(kind, long)).join(), kind);
    }
  }
  return [...found.values()];
}

/** How few and how many people there can be at a place, for a reader who knows the calendar: an integer program of its own. */
async function rangeAt(
  {release}: SmallRelease,
  at: Readonly<Record<string, string>>,
  long: number,
): Promise<readonly [least: number, most: number]> {
  const kinds = kindsOnCalendar(long);
  const isAt = (kind: Kind, place: Readonly<Record<string, string>>): boolean => {
    const answers = answersOf(kind, long);
    return Object.entries(place).every(([name, category]) => answers[name] === category);
  };
  const rows = release.cells.map(({address, cell}): Row => {
    if (address.measure !== "count") throw new Error("these reports ask for counts alone");
    const weights = kinds.map((kind) => Number(isAt(kind, address.at)));
    return cell.status === "published"
      ? {weights, lower: cell.value, upper: cell.value}
      : {weights, lower: 1, upper: Infinity};
  });
  return rangeIn({kinds, group: (kind) => isAt(kind, at)}, rows);
}

/** Seen in every quarter; treated on the same day, or after 310 days, as few of the third quarter as are given. */
function people(few: number): readonly Alike[] {
  return ["2007-05-02", "2007-08-15", "2007-11-30", "2008-03-31"].flatMap((seen, at): readonly Alike[] => [
    {people: 21 + 3 * at, seen, wait: 0},
    {people: at === 2 ? few : 12 + at, seen, wait: 310},
  ]);
}

test.each(["clients", "forms"])(
  "a small count of %s who waited long is not told by those who began in a quarter, for a reader who knows the calendar",
  async (counted) => {
    const shown = ["by quarter", "by started", "by quarter, wait-band"].map((by) => table(`count ${counted} ${by}`));
    const made = await released(shown.join("\n"), people(3), 300);
    const [least, most] = await rangeAt(made, {quarter: "2007-08-q3", "wait-band": "long"}, 300);
    expect(least).toBeLessThan(most);
  },
);

test("nor by those who began in the year, since whoever waits longer than a year begins after it", async () => {
  const days = ["2007-05-02", "2007-08-15", "2007-11-30", "2008-03-31"];
  const [first = ""] = days;
  const treated = days.map((seen, at): Alike => ({people: 21 + 3 * at, seen, wait: 0}));
  const others: readonly Alike[] = [
    {people: 3, seen: first, wait: 370},
    {people: 140, seen: first},
  ];
  const shown = ["by started", "by wait-band"].map((by) => table(`count clients ${by}`));
  const made = await released(shown.join("\n"), [...treated, ...others], 366);
  const [least, most] = await rangeAt(made, {"wait-band": "long"}, 366);
  expect(least).toBeLessThan(most);
});

test("times that are counted from several dates and meet in one are refused with words", async () => {
  const more = "  then: {label: Age at start, years: {from: DOB, to: STARTED}, unit: years, between: [10, 100]}\n";
  const change = (text: string): string => withTreatment(300)(text) + more;
  const shown = ["mean age clients by sex", "mean then clients by sex", "count clients by wait-band"].map(table);
  const made = await releaseSmall({
    text: shown.join("\n"),
    people: ["F", "M"].map((sex): Alike => ({people: 20, sex, age: 30, wait: 0})),
    changed: {"data/dictionaries/small.yaml": change},
  });
  if (!(made instanceof DisclosureError)) throw new Error("it was released");
  expect(made.message).toContain("the years from DOB to SEEN and the days from SEEN to STARTED");
});
