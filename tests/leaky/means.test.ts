import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {meanWidthOf} from "./meanRange.ts";
import {releaseSmall, type Alike, type SmallRelease} from "./peopleProject.ts";
import type {Kind} from "./rangeOf.ts";

const table = (show: string): string =>
  `::: table t-${show.replace(/\W+/g, "-")}\ntitle: Table\nmeasure: Clients\nshow: ${show}\n:::\n`;
const text = `{{ mean age clients }}\n\n${table("count clients by area")}\n${table("mean age clients by area")}`;

const kinds: readonly Kind[] = ["K", "S", "X", ""].flatMap((area) =>
  [undefined, "impossible" as const, ...Array.from({length: 91}, (_, at) => 10 + at)].map((age) => ({area, age})),
);
const ofSurrey = ({area}: Kind): boolean => area === "S";

/** Five people of Surrey, too few for a mean, beside so many times ten of Kent. */
function peopleBeside(times: number): readonly Alike[] {
  return [
    ...[23, 25, 28, 30, 32, 34, 36, 38, 41, 44].map((age) => ({people: times, area: "K", age})),
    ...[22, 47, 53, 55, 64].map((age) => ({people: 1, area: "S", age})),
  ];
}

async function released(people: readonly Alike[], policy: string): Promise<SmallRelease> {
  const made = await releaseSmall({text, people, policy});
  if (made instanceof DisclosureError) throw made;
  return made;
}

/** How far apart a reader holds the mean age of Surrey's five possible. */
function widthIn({release: {cells}}: SmallRelease): Promise<number> {
  return meanWidthOf({cells, kinds, group: ofSurrey, truth: 48.2, enough: 5});
}

describe("the mean of all and that of Kent tell the mean of Surrey's five", () => {
  test("within three years where nothing is asked of means of few", async () => {
    expect(await widthIn(await released(peopleBeside(5), "mean-width: 0\n"))).toBeLessThan(3);
  });

  test("so closely, where all are fifteen, that the audit refuses it even then", async () => {
    await expect(released(peopleBeside(1), "mean-width: 0\n")).rejects.toThrow("mean age clients [area=surrey]");
  });

  test.each([1, 5])("unless means of few are left open within five years, beside %i times ten", async (times) => {
    const made = await released(peopleBeside(times), "");
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    expect(await widthIn(made)).toBeGreaterThanOrEqual(5);
  });
});
