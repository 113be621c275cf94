import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {runs} from "../invariants/runs.ts";
import {releaseSmall, type Alike, type SmallRelease, type SmallReport} from "./peopleProject.ts";
import {rangeOf, timesAt, type Kind} from "./rangeOf.ts";

const kentForMen = "  - {name: kent-for-men, title: Kent is for men, where: {SEX: [F], AREA: [K]}, drop: SEX}\n";

async function released(report: SmallReport): Promise<SmallRelease> {
  const made = await releaseSmall(report);
  if (made instanceof DisclosureError) throw made;
  return made;
}

const table = (show: string): string =>
  `::: table t-${show.replace(/\W+/g, "-")}\ntitle: Table\nmeasure: Clients\nshow: ${show}\n:::\n`;

const sexes = ["M", "F", ""];
const areas = ["K", "S", "X", ""];
const kinds: readonly Kind[] = sexes.flatMap((sex) => areas.map((area) => ({sex, area})));
const isPossible = ({sex, area}: Kind): boolean => sex !== "F" || area !== "K";

describe("what cannot be by nature", () => {
  const people: readonly Alike[] = [
    {people: 12, sex: "M", area: "K"},
    {people: 3, sex: "M", area: "S"},
    {people: 15, sex: "F", area: "S"},
  ];
  const text = [table("count clients by sex"), table("count clients by area")].join("\n");
  const menOfSurrey = {kinds: kinds.filter(isPossible), group: ({sex, area}: Kind) => sex === "M" && area === "S"};

  test("gives a small count away that no table shows, unless the dictionary says so", async () => {
    const {release} = await released({text, people});
    expect(await rangeOf({cells: release.cells, ...menOfSurrey})).toEqual([3, 3]);
  });

  test("is reckoned with where the dictionary says so", async () => {
    const {release, check} = await released({text, people, impossible: kentForMen});
    const [least, most] = await rangeOf({cells: release.cells, ...menOfSurrey});
    expect(least).toBeLessThan(most);
    expect(check).toMatchObject({holds: true, faults: [], open: []});
  });
});

describe("the breakdown of a small group", () => {
  const people: readonly Alike[] = [
    {people: 7, sex: "M", area: "K"},
    {people: 20, sex: "M", area: "S"},
    {people: 20, sex: "F", area: "S"},
  ];
  const text = table("count clients by area, sex with totals");
  const menOfKent = {measure: "count", population: "clients", at: {area: "kent", sex: "men"}} as const;
  const policy = "group-needs: 10\n";

  test("is printed where by nature all of it are in one category", async () => {
    const {release} = await released({text, people, policy, impossible: kentForMen});
    expect(release.cell(menOfKent)).toEqual({status: "published", value: 7});
  });

  test("is withheld where they could be in another", async () => {
    const {release} = await released({text, people, policy});
    expect(release.cell(menOfKent)).toEqual({status: "suppressed"});
  });
});

const codes = {sex: ["M", "F"], area: ["K", "S", "X"], d1: ["H", "C", "G", "L"]} as const;
const columnNames = {sex: "SEX", area: "AREA", d1: "D1"} as const;
type Name = keyof typeof codes;

/** Codes of two questions that no person can have together, and the question whose answer is dropped. */
const combination = fc
  .uniqueArray(fc.constantFrom<Name>("sex", "area", "d1"), {minLength: 2, maxLength: 2})
  .chain(([one, other]) =>
    fc.record({
      one: fc.record({name: fc.constant(one!), codes: fc.subarray([...codes[one!]], {minLength: 1})}),
      other: fc.record({name: fc.constant(other!), codes: fc.subarray([...codes[other!]], {minLength: 1})}),
    }),
  );
type Combination = typeof combination extends fc.Arbitrary<infer Value> ? Value : never;

const has = (kind: Kind, {name, codes: own}: Combination["one"]): boolean =>
  (own as string[]).includes(kind[name] ?? "");
const isAgainst = (kind: Kind, {one, other}: Combination): boolean => has(kind, one) && has(kind, other);
const dropped = <K extends Kind>(kind: K, combined: Combination): K =>
  isAgainst(kind, combined) ? {...kind, [combined.one.name]: ""} : kind;

function listItem({one, other}: Combination): string {
  const side = ({name, codes: own}: Combination["one"]): string => `${columnNames[name]}: [${own.join(", ")}]`;
  return `  - {name: never, title: these go not together, where: {${side(one)}, ${side(other)}}, drop: ${columnNames[one.name]}}\n`;
}

const reports = fc.record({
  combined: combination,
  people: fc.array(
    fc.record({
      people: fc.integer({min: 1, max: 14}),
      sex: fc.constantFrom(...codes.sex, ""),
      area: fc.constantFrom(...codes.area, ""),
      d1: fc.constantFrom(...codes.d1, ""),
    }),
    {minLength: 10, maxLength: 16},
  ),
  shown: fc.uniqueArray(
    fc.constantFrom(
      ...["sex", "area", "main", "sex, area", "area, main", "sex, main"].map((by) => `count clients by ${by}`),
      "count clients by sex, area with totals",
      "count forms by sex, area",
      "count faults by rule",
      "count faults by column",
    ),
    {minLength: 2, maxLength: 4},
  ),
});

/** An extract in which more than half the answers to a question are faults is refused as a whole. */
const readable = reports.filter(({people, combined}) => {
  const size = (groups: readonly Alike[]): number => groups.reduce((sum, group) => sum + group.people, 0);
  return 2 * size(people.filter((group) => isAgainst(group, combined))) <= size(people);
});

const allKinds: readonly Kind[] = [...codes.sex, ""].flatMap((sex) =>
  [...codes.area, ""].flatMap((area) => [...codes.d1, ""].map((d1) => ({sex, area, d1}))),
);

test("under random impossible combinations the truth is printed, and every small count behind a mark stays open", async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(readable, async ({combined, people, shown}) => {
      const text = shown.map(table).join("\n");
      const made = await releaseSmall({text, people, impossible: listItem(combined)});
      // Some reports cannot be protected.
      if (made instanceof DisclosureError) return;
      const {release, check} = made;
      expect(check).toMatchObject({holds: true, faults: [], open: []});
      const sound = people.map((group) => dropped(group, combined));
      const possible = allKinds.filter((kind) => !isAgainst(kind, combined));
      const cells = release.cells.filter(({address}) => address.population !== "faults");
      for (const {address, cell} of cells) {
        if (address.measure !== "count") continue;
        const count = sound.reduce((sum, group) => sum + group.people * timesAt(group, address), 0);
        if (cell.status === "published") expect(cell.value).toBe(count);
        if (cell.status === "published" || count >= 5) continue;
        const group = (kind: Kind): boolean => timesAt(kind, address) > 0;
        const [least, most] = await rangeOf({cells, kinds: possible, group});
        expect(least).toBeLessThan(most);
        checked += 1;
      }
    }),
    {numRuns: runs({usual: 4, long: 200}), endOnFailure: process.env.SMALLPRINT_LONG !== "1"},
  );
  expect(checked).toBeGreaterThan(0);
});
