import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import type {CellAddress} from "../../src/publication/index.ts";
import {rangeIn, type Kind, type Row} from "./rangeOf.ts";
import {releaseSmall, table, type Alike} from "./peopleProject.ts";

const variables = `  started: {label: Start, period: {of: STARTED, in: quarter, year: financial}}
  wait: {label: Days to treatment, days: {from: SEEN, to: STARTED}, unit: days, between: [0, 365]}
  wait-band:
    label: Wait
    bands:
      of: wait
      groups:
        - {name: same-day, label: Same day, text: same day, to: 0}
        - {name: weeks, label: Weeks, text: weeks, from: 1, to: 299}
        - {name: long, label: Long, text: long, from: 300}
`;
const changed = {
  "data/dictionaries/small.yaml": (text: string) =>
    text.replace("variables:", "  STARTED: {title: Treatment began, type: date}\nvariables:") + variables,
};

const quarters = ["2007-08-q1", "2007-08-q2", "2007-08-q3", "2007-08-q4"];
const dayLength = 86_400_000;

function quarterOf(day: number): string {
  const date = new Date(day);
  const place = 4 * (date.getUTCFullYear() - 2007) + Math.floor(date.getUTCMonth() / 3) - 1;
  return quarters[place] ?? "not-stated";
}

/** What a reader makes of a day and the days until another one: nothing where treatment never began. */
function answersOf({seen = "", wait}: Kind): Readonly<Record<string, string>> {
  const day = Date.parse(seen);
  const isBelieved = wait !== undefined && wait >= 0 && wait <= 365;
  return {
    quarter: quarterOf(day),
    started: wait === undefined ? "not-stated" : quarterOf(day + wait * dayLength),
    "wait-band": !isBelieved ? "not-stated" : wait === 0 ? "same-day" : wait < 300 ? "weeks" : "long",
  };
}

/** One of each kind of people that the calendar has: of every day of the year and every wait. */
function kindsOnCalendar(): readonly Kind[] {
  const found = new Map<string, Kind>();
  for (let at = 0; at < 366; at += 1) {
    const seen = new Date(Date.UTC(2007, 3, 1 + at)).toISOString().slice(0, 10);
    for (const wait of [undefined, ...Array.from({length: 1_201}, (_, days) => days - 600)])
      found.set(Object.values(answersOf({seen, ...(wait !== undefined && {wait})})).join(), {
        seen,
        ...(wait !== undefined && {wait}),
      });
  }
  return [...found.values()];
}

function isAt(kind: Kind, {at}: Extract<CellAddress, {measure: "count"}>): boolean {
  const answers = answersOf(kind);
  return Object.entries(at).every(([name, category]) => name === "usable" || answers[name] === category);
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
    const made = await releaseSmall({text: shown.join("\n"), people: people(3), changed});
    if (made instanceof DisclosureError) throw made;
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    const kinds = kindsOnCalendar();
    const rows = made.release.cells.map(({address, cell}): Row => {
      if (address.measure !== "count") throw new Error("this report asks for counts alone");
      const weights = kinds.map((kind) => Number(isAt(kind, address)));
      return cell.status === "published"
        ? {weights, lower: cell.value, upper: cell.value}
        : {weights, lower: 1, upper: Infinity};
    });
    const isSmall = (kind: Kind): boolean => {
      const {quarter, "wait-band": wait} = answersOf(kind);
      return quarter === quarters[2] && wait === "long";
    };
    const [least, most] = await rangeIn({kinds, group: isSmall}, rows);
    expect(least).toBeLessThan(most);
  },
);
