import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {withOffences} from "./offences.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";

async function released(text: string, people: readonly Alike[], policy = ""): Promise<SmallRelease> {
  const changed = {
    "data/dictionaries/small.yaml": withOffences({from: 10, to: 60, unit: "years", bands: ["19", "20"]}),
  };
  const made = await releaseSmall({text, people, policy, changed});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

function cellsIn({release}: SmallRelease) {
  return Object.fromEntries(release.cells.map(({address, cell}) => [cellKey(address), cell]));
}

/** Forty of Kent, twenty of Surrey, and three of Sussex. */
const people: readonly Alike[] = [
  ...Array.from({length: 40}, (_, at): Alike => ({people: 1, area: "K", sex: at % 2 ? "F" : "M", offences: 10 + ((at * 7) % 31)})),
  ...Array.from({length: 20}, (_, at): Alike => ({people: 1, area: "S", sex: at % 2 ? "F" : "M", offences: 10 + (at % 13)})),
  {people: 1, area: "X", sex: "F", offences: 12},
  {people: 1, area: "X", sex: "F", offences: 19},
  {people: 1, area: "X", sex: "F", offences: 48},
]; // prettier-ignore

test("a mean with its interval is printed of thirty or more, and proved on people with the squares that it tells", async () => {
  const cells = cellsIn(await released(table("estimated-mean offences clients by area"), people));
  // R's t.test of Kent's forty numbers: 24.825, from 21.9191 to 27.7309.
  const kent = {status: "published", value: 24.8, lower: 21.9, upper: 27.7};
  expect(cells["estimated-mean offences clients [area=kent]"]).toEqual(kent);
  expect(cells["estimated-mean offences clients [area=surrey]"]).toEqual({status: "suppressed"});
});

test("intervals of everybody and of all but few do not tell the mean of these, nor how far they lie apart", async () => {
  const text = ["{{ estimated-mean offences clients }}", table("estimated-mean offences clients by area"), table("mean offences clients by area"), table("count clients by sex")]; // prettier-ignore
  const made = await released(text.join("\n\n"), people);
  const cells = cellsIn(made);
  expect(cells["mean offences clients [area=sussex]"]).toEqual({status: "suppressed"});
  const printed = ["", "area=kent", "area=surrey"].filter((place) => cells[`mean offences clients [${place}]`]?.status === "published" || cells[`estimated-mean offences clients [${place}]`]?.status === "published"); // prettier-ignore
  expect(printed.length).toBeLessThan(3);
});

test("a policy may ask for more records, and every number of them is written as its interval", async () => {
  const cells = cellsIn(
    await released(table("estimated-mean offences clients by area"), people, "interval-needs: 45\n"),
  );
  expect(cells["estimated-mean offences clients [area=kent]"]).toEqual({status: "suppressed"});
});
