import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {releaseSmall, table, type Alike} from "./peopleProject.ts";

/** People of every quarter and area, 11 and more each; of Sussex in the summer as many as are given. */
function people(few: number): readonly Alike[] {
  const days = ["2007-05-02", "2007-08-15", "2007-11-30", "2008-03-31"];
  return days.flatMap((seen, quarter) =>
    ["K", "S", "X"].map((area, at): Alike => {
      return {people: area === "X" && quarter === 1 ? few : 11 + 3 * quarter + at, seen, area, sex: "M"};
    }),
  );
}

test.each([["clients"], ["forms"]])(
  "a small count of %s in a quarter is hidden in the tables by quarter and by month, and proved on people",
  async (counted) => {
    const text = [`count ${counted} by quarter`, `count ${counted} by quarter, area`, `count ${counted} by month`];
    const made = await releaseSmall({
      text: `{{ count ${counted} }} ${counted}, {{ count ${counted} area=sussex }} of Sussex.\n\n${text.map(table).join("\n")}`,
      people: people(3),
    });
    if (made instanceof DisclosureError) throw made;
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    const usable = counted === "forms" ? {usable: "yes"} : {};
    const cell = (at: Readonly<Record<string, string>>) =>
      made.release.cell({measure: "count", population: counted, at: {...usable, ...at}});
    expect(cell({quarter: "2007-08-q2", area: "sussex"}).status).toBe("suppressed");
    expect(cell({quarter: "2007-08-q1"})).toEqual({status: "published", value: 36});
    expect(cell({month: "2007-05"})).toEqual({status: "published", value: 36});
    expect(cell({month: "2007-04"})).toEqual({status: "published", value: 0});
    const hidden = made.release.cells.filter(({cell: {status}}) => status === "suppressed");
    expect(hidden.length).toBeGreaterThanOrEqual(4);
  },
);
