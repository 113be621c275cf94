import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {ownFaults} from "../../src/audit/release/ownFaults.ts";
import {parseQuery, resolveNames} from "../../src/publication/index.ts";
import {readRelease, writeRelease, type Release, type ReleaseContent} from "../../src/release/index.ts";
import {describeSubtitle} from "../../src/site/tidy/describeSubtitle.ts";
import {readParts} from "../../src/site/tidy/readParts.ts";
import {historyOf, releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";

/** Forms of the quarters from April 2003 on. */
const forms = [31, 0, 12, 27, 45, 8, 19, 33, 5, 64, 72, 18, 9, 40, 21, 0, 0, 55, 13, 6];

function quarterly(counts: readonly number[], area = "K"): readonly Alike[] {
  return counts.map((people, at) => {
    const seen = new Date(Date.UTC(2003, 4 + 3 * at, 15)).toISOString().slice(0, 10);
    return {people, seen, area, sex: "M"};
  });
}

async function released(text: string, people: readonly Alike[], policy?: string): Promise<SmallRelease> {
  const made = await releaseSmall({
    ...{text, people, changed: historyOf("2003-04-01")},
    ...(policy !== undefined && {policy}),
  });
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

const asked = "rolling-count 12 months of forms by quarter";

const shownBy = (release: Release, query: string) =>
  release.answer(parseQuery(query)).map(({cell}) => (cell.status === "published" ? cell.value : cell.status));

describe("the forms of twelve months that end with each quarter", () => {
  // R 4.2.2: filter(x, rep(1, 4), sides = 1).
  const ofR = [70, 84, 92, 99, 105, 65, 121, 174, 159, 163, 139, 88, 70, 61, 76, 68, 74];
  const made = released(
    `${table(asked)}\n{{ rolling-count 12 months of forms quarter=latest }} in the {{ label 12 months of forms quarter=latest }}.`,
    quarterly(forms),
  );

  test("are the sums that R gives, from the fourth quarter on", async () => {
    const {release} = await made;
    expect(shownBy(release, asked)).toEqual(ofR);
    expect(release.answer(parseQuery(asked))[0]?.asked.place[0]?.category).toMatchObject({name: "2003-04-q4"});
    expect(shownBy(release, "rolling-count 12 months of forms quarter=year-before")).toEqual([70]);
  });

  test("rest on the counts of the quarters, which are released with them", async () => {
    const {release} = await made;
    expect(shownBy(release, "count forms by quarter")).toEqual(forms);
  });

  test("are named with all of their days", async () => {
    const {release} = await made;
    const subtitleOf = (query: string) => describeSubtitle("Number", readParts(parseQuery(query), release));
    expect(subtitleOf("rolling-count 12 months of forms quarter=before")).toBe("Number, forms, South, January to December 2007"); // prettier-ignore
    expect(subtitleOf(asked)).toBe("Number, forms, South, April 2003 to March 2008");
  });

  test("pass the audit, and not where one says another number, other months, or a sum of what is withheld", async () => {
    const {release} = await made;
    const tampered = (change: (content: ReleaseContent) => void): readonly string[] => {
      const {edition, provenance, disclosure, cells} = release;
      const {populations, references, relations} = release.vocabulary;
      const whole = {
        schema: "smallprint-release/1",
        edition,
        provenance,
        disclosure,
        ...{populations, references, relations},
        cells,
        answers: [],
      };
      const content = structuredClone(whole) as unknown as ReleaseContent;
      change(content);
      return ownFaults(readRelease(writeRelease(content), "release.json"));
    };
    const rolling = ({cells}: ReleaseContent, quarter: string) =>
      cells.find(({address}) => address.measure === "rolling-count" && address.at.quarter === quarter)!;
    const own = "rolling-count 12 months of forms [quarter=2004-05-q1,usable=yes]";
    expect(tampered(() => undefined)).toEqual([]);
    expect(tampered((all) => Object.assign(rolling(all, "2004-05-q1"), {cell: {status: "published", value: 85}}))).toEqual([`${own} is not what its months add up to`]); // prettier-ignore
    expect(tampered((all) => Object.assign(rolling(all, "2004-05-q1").address, {months: 9}))).toContainEqual(expect.stringContaining("adds up other periods than those of its months")); // prettier-ignore
    const hideMonth = (all: ReleaseContent): void => {
      const month = all.cells.find(({address}) => address.measure === "count" && address.at.quarter === "2003-04-q3")!;
      Object.assign(month, {cell: {status: "suppressed"}});
    };
    expect(tampered(hideMonth)).toContain(`${own} is given, though one of its months is not`);
  });
});

test("months by the month are added up like quarters, and in parts of forms", async () => {
  const {release} = await released(
    `${table("rolling-count 3 months of forms by month")}\n${table("rolling-count 12 months of forms by quarter, area")}`,
    [...quarterly(forms), ...quarterly(forms.toReversed(), "S")],
  );
  const months = shownBy(release, "rolling-count 3 months of forms by month").map(Number);
  // One month of each quarter has forms: three months always hold exactly one of them.
  expect(months).toHaveLength(58);
  expect(months.filter((_, at) => at % 3 === 0)).toEqual(forms.map((count, at) => count + forms.toReversed()[at]!));
  expect(shownBy(release, "rolling-count 12 months of forms quarter=latest area=surrey")).toEqual([31 + 0 + 12 + 27]);
});

describe("where a quarter is withheld", () => {
  const few = forms.map((count, at) => (at === 10 ? 3 : count));
  const made = released(`${table(asked)}\n{{ count forms }} forms.`, quarterly(few));

  test("so is every sum that it is a part of, and no other needs be", async () => {
    const {release} = await made;
    const hidden = shownBy(release, "count forms by quarter").flatMap((value, at) => value === "suppressed" ? [at] : []); // prettier-ignore
    expect(hidden).toContain(10);
    expect(hidden.length).toBeGreaterThan(1);
    shownBy(release, asked).forEach((value, at) => {
      const quarters = [at, at + 1, at + 2, at + 3];
      const isWithheld = quarters.some((one) => hidden.includes(one));
      const sum = quarters.reduce((all, one) => all + few[one]!, 0);
      expect(value, String(at)).toBe(isWithheld ? "suppressed" : sum);
    });
  });

  test("two sums whose months differ by it are never both printed", async () => {
    const {release} = await made;
    const sums = shownBy(release, asked);
    for (const [at, value] of sums.entries()) {
      // The quarter that comes in, and the one that goes out, differ the two.
      const next = sums[at + 1];
      if (typeof value !== "number" || typeof next !== "number") continue;
      const [gone, come] = [at, at + 4].map((one) => shownBy(release, "count forms by quarter")[one]);
      expect(next - value).toBe(Number(come) - Number(gone));
    }
  });
});

test("where counts are rounded, sums are of rounded counts, and two are told apart only beyond all of their rounding", async () => {
  const {release} = await released(
    `${table(asked)}\n{{ compare rolling-count 12 months of forms quarter=latest with rolling-count 12 months of forms quarter=before }}`,
    quarterly(forms),
    "method: round\nbase: 5\n",
  );
  const rounded = shownBy(release, "count forms by quarter").map(Number);
  shownBy(release, asked).forEach((value, at) => {
    expect(value).toBe(rounded.slice(at, at + 4).reduce((sum, one) => sum + one, 0));
  });
});

describe("a query that cannot be answered is refused before anything is read", () => {
  const vocabulary = released("{{ count forms quarter=latest }} {{ count forms month=2008-02 }} {{ count forms area=kent }}", quarterly(forms)).then(({release}) => release.vocabulary); // prettier-ignore
  test.each([
    ["rolling-count 12 months of forms", "it is not clear with which month, quarter or year the months end"],
    ["rolling-count 12 months of forms by area", "it is not clear with which month, quarter or year the months end"],
    ["rolling-count 12 months of forms by quarter, month", '"quarter" and "month" both say with which period the months end'], // prettier-ignore
    ["rolling-count 12 months of forms by month among quarter=latest", '"quarter" and "month" both say'],
    ["rolling-count 4 months of forms by quarter", 'no 4 months, of two periods of "Quarter" or more, end with one of them'], // prettier-ignore
    ["rolling-count 12 months of forms quarter=2003-04-q2", 'no 12 months, of two periods of "Quarter" or more, end with "2003-04-q2"'], // prettier-ignore
    ["rolling-count 3 months of forms by quarter", 'no 3 months, of two periods of "Quarter" or more'],
  ])("%s", async (query, message) => {
    const publication = {plan: [parseQuery(query)], chapters: [], indicators: new Map()} as unknown as Parameters<typeof resolveNames>[0]; // prettier-ignore
    const faults = resolveNames(publication, await vocabulary);
    expect(faults.map((fault) => JSON.stringify(fault)).join()).toContain(JSON.stringify(message).slice(1, -1));
  });

  test.each([
    ["rolling-count forms by quarter", "it is not clear how many months are added up"],
    ["rolling-count 1 months of forms by quarter", "it is not clear how many months are added up"],
    ["rolling-count 12 of forms by quarter", "it is not clear how many months are added up"],
    ["rolling-count 12 months forms by quarter", '"of" is missing'],
    ["rolling-count 12 months of forms by quarter with totals", "totals belong to counts"],
  ])("%s", (query, message) => {
    expect(() => parseQuery(query)).toThrow(message);
  });
});
