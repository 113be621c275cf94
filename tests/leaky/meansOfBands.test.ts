import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {releaseSmall, table, type Alike} from "./peopleProject.ts";

/** The small dictionary with whole weeks between two dates, and bands of them of which one holds three weeks alone. */
function withWeeks(dictionary: string): string {
  const columns = `  STARTED: {title: Treatment began, type: date}\nvariables:`;
  const variables = `  weeks: {label: Weeks to treatment, weeks: {from: SEEN, to: STARTED}, unit: weeks, between: [0, 52]}
  weeks-band:
    label: Weeks
    bands:
      of: weeks
      groups:
        - {name: under, label: Under 3, text: under 3, to: 2}
        - {name: three, label: "3", text: three, from: 3, to: 3}
        - {name: over, label: Over 3, text: over 3, from: 4}
`;
  return dictionary.replace("variables:", columns) + variables;
}

const people = ["K", "S", "X"].flatMap((area, at): readonly Alike[] => [
  ...Array.from({length: 12}, (_, one): Alike => ({people: 1, area, sex: "M", wait: 7 * (one % 3) + at})),
  {people: 7 + at, area, sex: "F", wait: 21},
  ...Array.from({length: 14}, (_, one): Alike => ({
    people: 1,
    area,
    sex: one % 2 ? "F" : "M",
    wait: 28 + 7 * (one % 9),
  })),
]);

test("the mean of few in a band of one number is told by the band, and refuses no release beside other means", async () => {
  const asked = ["count clients by weeks-band, area with totals", "mean weeks clients by weeks-band, area", "mean weeks clients by area", "mean weeks clients by weeks-band", "mean weeks clients by sex"]; // prettier-ignore
  const text = ["{{ mean weeks clients }}", ...asked.map(table)].join("\n\n");
  const made = await releaseSmall({text, people, changed: {"data/dictionaries/small.yaml": withWeeks}});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  const shown = Object.fromEntries(made.release.cells.map(({address, cell}) => [cellKey(address), cell]));
  expect(shown["mean weeks clients [area=kent,weeks-band=three]"]).toEqual({status: "suppressed"});
  expect(shown["mean weeks clients [weeks-band=three]"]).toMatchObject({status: "published", value: 3});
});
