import {expect, test} from "vitest";
import {DisclosureError} from "../../../src/audit/index.ts";
import {parseQuery, placeInTime} from "../../../src/publication/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {baseInWords} from "../../../src/site/tidy/baseInWords.ts";
import {describeBases} from "../../../src/site/tidy/describeBases.ts";
import {describeSubtitle} from "../../../src/site/tidy/describeSubtitle.ts";
import {readParts} from "../../../src/site/tidy/readParts.ts";
import {historyOf, releaseSmall} from "../../leaky/peopleProject.ts";

const asked = [
  "count forms",
  "count forms by quarter",
  "share forms sex=men",
  "share forms by sex within quarter",
  "share forms sex=men among quarter=latest",
  "count forms sex=men quarter=before",
  "count forms quarter=year-before",
] as const;

/** Three years of forms: two before the edition's. */
const release: Release = await (async () => {
  const days = ["2005-05-02", "2006-02-15", "2007-02-10", "2007-08-15", "2007-11-30", "2008-03-31"];
  const people = days.flatMap((seen, at) => [
    {people: 20 + at, seen, sex: "M", area: "K"},
    {people: 30 + at, seen, sex: "F", area: "S"},
  ]);
  const text = asked.map((query) => `{{ ${query.includes(" by ") ? "count forms" : query} }}`).join(" ");
  const tables = asked.filter((query) => query.includes(" by "));
  const shown = tables.map((show, at) => `::: table t-${String(at)}\ntitle: T\nmeasure: M\nshow: ${show}\n:::\n`);
  const made = await releaseSmall({
    text: `${text} In {{ label forms quarter=latest }}.\n\n${shown.join("\n")}`,
    people,
    changed: historyOf("2005-04-01"),
  });
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made.release;
})();

const valueOf = (query: string) => release.answer(parseQuery(query)).map(({cell}) => cell.status === "published" ? cell.value : cell.status); // prettier-ignore

test("forms of all days that an extract looks back to are counted", () => {
  expect(valueOf("count forms")).toEqual([2 * 15 + 6 * 50]);
  expect(release.vocabulary.populations.map(({window}) => window?.text)).toEqual(["April 2005 to March 2008"]);
});

test("a place relative to the edition is the one of its period, and the cell has the period's name", () => {
  expect(valueOf("count forms sex=men quarter=before")).toEqual([24]);
  expect(valueOf("count forms sex=men quarter=2007-08-q3")).toEqual([24]);
  expect(valueOf("count forms quarter=year-before")).toEqual([54]);
  expect(release.answer(parseQuery("count forms quarter=year-before"))[0]?.asked.address.at).toMatchObject({
    quarter: "2006-07-q4",
  });
});

test("a base says from when to when its forms are, where nothing else does", () => {
  const baseOf = (query: string) => {
    const [part] = readParts(parseQuery(query), release);
    return part?.rows[0] && baseInWords(placeInTime(part.query, release.vocabulary), part.rows[0]);
  };
  expect(baseOf("share forms sex=men")).toBe("forms (April 2005 to March 2008)");
  expect(baseOf("share forms sex=men among quarter=latest")).toBe("forms (quarter: Q4 2007/08)");
  expect(baseOf("share forms by sex within quarter")).toBe("forms, by quarter");
  expect(baseOf("count forms sex=men quarter=before")).toBe("forms (quarter: Q3 2007/08)");
});

test("a count of one period has no number of all forms for its base", () => {
  const [part] = readParts(parseQuery("count forms sex=men quarter=before"), release);
  expect(part && describeBases([{...part, name: "Men"}])).toEqual([
    {words: "forms (quarter: Q3 2007/08)", leavesOutMissing: false},
  ]);
});

test("a subtitle names the days that are shown", () => {
  const subtitleOf = (query: string) => describeSubtitle("Number", readParts(parseQuery(query), release));
  expect(subtitleOf("count forms")).toBe("Number, forms, South, April 2005 to March 2008");
  expect(subtitleOf("count forms sex=men quarter=before")).toBe("Number, forms, South, October to December 2007");
});
