import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {releaseSmall, type Alike, type SmallRelease} from "./peopleProject.ts";
import {rangeOf, timesAt, type Kind} from "./rangeOf.ts";

const crossed =
  "{{ count clients }} people.\n\n::: table t\ntitle: Table\nmeasure: Clients\nshow: count clients by sex, area with totals\n:::\n";
const policy = "group-needs: 10\n";

async function release(people: readonly Alike[], rules = policy): Promise<SmallRelease> {
  const made = await releaseSmall({text: crossed, people, policy: rules});
  if (made instanceof DisclosureError) throw made;
  return made;
}

const kinds: readonly Kind[] = ["M", "F", undefined].flatMap((sex) =>
  ["K", "S", "X", undefined].map((area) => ({sex, area}) as Kind),
);
const menOfSurrey = ({sex, area}: Kind): boolean => sex === "M" && area === "S";

/** What the printed counts alone say of some people. */
function rangeIn({release: {cells}}: SmallRelease, group: (kind: Kind) => boolean): Promise<readonly [number, number]> {
  return rangeOf({cells: cells.filter(({cell}) => cell.status === "published"), kinds, group});
}

describe("how many people of a small group are alike cannot be worked out where all are:", () => {
  const people: readonly Alike[] = [
    {people: 33, sex: "M", area: "K"},
    {people: 20, sex: "F", area: "K"},
    {people: 7, sex: "M", area: "S"},
  ];

  test("seven of Surrey, all of them men, are not what the men of Kent leave of all men", async () => {
    const made = await release(people);
    const breakdownAlone = made.release.cells.filter(
      ({address}) => address.measure === "count" && !(address.at.area === "surrey" && "sex" in address.at),
    );
    const printed = breakdownAlone.map(({address}) => {
      if (address.measure !== "count") throw new Error("counts alone");
      const value = people.reduce((sum, one) => sum + one.people * timesAt(one, address), 0);
      return {address, cell: {status: "published", value} as const};
    });
    expect(await rangeOf({cells: printed, kinds, group: menOfSurrey}), "no leak otherwise").toEqual([7, 7]);
    const [least, most] = await rangeIn(made, menOfSurrey);
    expect(least).toBeLessThan(7);
    expect(most).toBeGreaterThanOrEqual(7);
    expect(made.check).toMatchObject({holds: true, open: []});
  });

  test("of seven and more there may be printed what tells that", async () => {
    const {release: released} = await release(people, "group-needs: none\n");
    const cell = released.cell({measure: "count", population: "clients", at: {area: "surrey", sex: "men"}});
    expect(cell).toMatchObject({status: "published", value: 7});
  });

  test.each([
    [393, 5, 127],
    [40, 7, 20],
    [33, 3, 60],
  ])("nor that they are: of %i, %i and %i people the few could live elsewhere", async (kent, few, surrey) => {
    const alike: readonly Alike[] = [
      {people: kent, sex: "F", area: "K"},
      {people: few, sex: "M", area: "K"},
      {people: surrey, sex: "F", area: "S"},
    ];
    const made = await release(alike);
    const [none, some] = await rangeIn(made, ({sex, area}) => sex === "M" && area !== "K");
    expect([none, some > 0]).toEqual([0, true]);
    expect(made.check).toMatchObject({holds: true, open: []});
  });
});
