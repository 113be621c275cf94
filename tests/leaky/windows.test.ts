import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {runs} from "../invariants/runs.ts";
import {table, type Alike} from "./peopleProject.ts";
import {isIn, quarters, rangeOfForms, releaseWindows, type ShownCells, type WindowEdition, type WindowKind} from "./windows.ts"; // prettier-ignore

const names = Object.keys(quarters);
const kinds: readonly WindowKind[] = names.flatMap((quarter) => ["K", "S", "X"].map((area) => ({quarter, area})));
const since = "2007-04-01";

/** So many forms of each kind, dated amid their quarter, up to the end of an edition. */
function formsOf(counts: readonly number[], to: string): readonly Alike[] {
  return kinds.flatMap(({quarter, area}, at) => {
    const [first = ""] = quarters[quarter] ?? [];
    const seen = `${first.slice(0, 8)}15`;
    return seen <= to ? [{people: counts[at] ?? 0, seen, area, sex: "M"}] : [];
  });
}

/** The edition of the quarter of a number; of the year with 4. */
function editionOf(number: number, counts: readonly number[], text: string): WindowEdition {
  const [from = "", to = ""] = number === 4 ? [since, "2008-03-31"] : (quarters[names[number] ?? ""] ?? []);
  return {from, to, since, text, people: formsOf(counts, to)};
}

const withheldSmall = (edition: WindowEdition, cells: ShownCells["cells"], counts: readonly number[]): ShownCells => ({
  edition,
  cells: cells.map(({address}) => {
    const value = kinds.reduce((sum, kind, at) => sum + (isIn(kind, address, edition) ? (counts[at] ?? 0) : 0), 0);
    return {address, cell: value > 0 && value < 5 ? {status: "suppressed"} : {status: "published", value}};
  }),
});

/** Small groups that the editions give away: of a quarter or all, and of an area or all. */
async function givenAway(shown: readonly ShownCells[], counts: readonly number[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const quarter of [undefined, ...names]) {
    for (const area of [undefined, "K", "S", "X"]) {
      const group = (kind: WindowKind): boolean =>
        (quarter === undefined || kind.quarter === quarter) && (area === undefined || kind.area === area);
      const truth = kinds.reduce((sum, kind, at) => sum + (group(kind) ? (counts[at] ?? 0) : 0), 0);
      if (truth < 1 || truth > 4) continue;
      const [least, most] = await rangeOfForms(shown, kinds, group);
      if (least === most) found.push(`${String(truth)} of ${quarter ?? "all"} in ${area ?? "all"}`);
    }
  }
  return found;
}

// Kent, Surrey and Sussex in each quarter: three forms of Surrey in the second.
const few = [20, 15, 18, 30, 3, 12, 22, 14, 17, 25, 16, 19];

describe("editions that count some of the same quarters", () => {
  const byQuarter =
    "{{ count forms }} forms, {{ count forms quarter=latest }} in {{ label forms quarter=latest }}.\n\n";
  const stories: readonly {readonly name: string; readonly texts: readonly (readonly [number, string])[]}[] = [
    {
      name: "two quarters, of which the second names what the first withheld beside",
      texts: [
        [1, `${byQuarter}${table("count forms by quarter, area")}`],
        [2, `${byQuarter}{{ count forms quarter=before area=sussex }} of Sussex in the quarter before.`],
      ],
    },
    {
      name: "a quarter and the year, whose areas add up",
      texts: [
        [1, table("count forms by area, quarter")],
        [4, `${table("count forms by quarter")}\n{{ count forms area=sussex quarter=2007-08-q2 }}`],
      ],
    },
  ];
  const at = {usable: "yes", quarter: "2007-08-q2", area: "sussex"};

  test.each(stories)("keep what one of them withholds: $name", async ({texts}) => {
    const editions = texts.map(([number, text]) => editionOf(number, few, text));
    const made = await releaseWindows(editions);
    expect(made).toHaveLength(2);
    const naive = made.map(({edition, release}) => withheldSmall(edition, release.cells, few));
    expect(await givenAway(naive, few), "no leak where small counts alone are withheld").not.toEqual([]);
    const [, last] = made;
    expect(last?.check).toMatchObject({holds: true, faults: [], open: []});
    expect(last?.linked).toHaveLength(1);
    expect(last?.release.cell({measure: "count", population: "forms", at}).status).toBe("suppressed");
    expect(await givenAway(made.map(({edition, release}) => ({edition, cells: release.cells})), few)).toEqual([]); // prettier-ignore
  });

  test("keep it where a form of an earlier quarter came late", async () => {
    const late = few.map((count, at) => (at === 3 ? count + 1 : count));
    const [[, before], [, after]] = stories[0]!.texts as readonly [
      readonly [number, string],
      readonly [number, string],
    ];
    const made = await releaseWindows([editionOf(1, few, before), editionOf(2, late, after)]);
    expect(made[1]?.check).toMatchObject({holds: true, faults: [], open: []});
    expect(made[1]?.linked).toHaveLength(1);
    expect(made[1]?.release.cell({measure: "count", population: "forms", at}).status).toBe("suppressed");
  });
});

test("three quarterly editions and the annual one, attacked together, give no small group away", async () => {
  const shows = ["count forms by quarter", "count forms by area", "count forms by quarter, area", "count forms by area, quarter with totals"]; // prettier-ignore
  const places = ["", "quarter=latest", "area=surrey", "quarter=latest area=kent", "area=sussex"];
  const asked = fc.tuple(fc.subarray(shows, {minLength: 1}), fc.subarray(places));
  const counts = fc.array(fc.oneof(fc.constantFrom(0, 1, 2, 3, 4), fc.integer({min: 5, max: 40})), {minLength: 12, maxLength: 12}); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(counts, fc.array(asked, {minLength: 4, maxLength: 4}), async (forms, texts) => {
      const editions = texts.map(([tables, cells], at) => {
        const words = cells.map((place) => `{{ count forms ${place} }} forms.`).join(" ");
        return editionOf(at === 3 ? 4 : at, forms, `${words}\n\n${tables.map(table).join("\n")}`);
      });
      const made = await releaseWindows(editions);
      for (const one of made) expect(one.check).toMatchObject({holds: true, faults: [], open: []});
      expect(made.at(-1)?.linked ?? []).toHaveLength(Math.max(0, made.length - 1));
      expect(await givenAway(made.map(({edition, release}) => ({edition, cells: release.cells})), forms)).toEqual([]); // prettier-ignore
    }),
    {numRuns: runs({usual: 2, long: 40}), endOnFailure: true},
  );
});
