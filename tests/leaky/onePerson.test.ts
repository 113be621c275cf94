import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {overForms} from "./clientForms.ts";
import {withOffences} from "./offences.ts";
import {releaseSmall, table, type Alike} from "./peopleProject.ts";

type Printed = Record<string, {status: string; value?: number}>;

async function printed(text: string, people: readonly Alike[]): Promise<Printed | "refused"> {
  const policy = "group-needs: 10\n";
  const made = await releaseSmall({text, people, policy, changed: {"data/dictionaries/small.yaml": withOffences()}});
  if (made instanceof DisclosureError) return "refused";
  return Object.fromEntries(made.release.cells.map(({address, cell}) => [cellKey(address), cell]));
}

test("no mean is given with its interval where one person may have nearly all that there is", async () => {
  const people: readonly Alike[] = [{people: 39, sex: "M", area: "K", offences: 0}, {people: 1, sex: "M", area: "K", offences: 60}]; // prettier-ignore
  // The sum of the squares over the sum is the least that whoever has most can have: here it would be fifty-eight of sixty.
  await expect(
    printed("{{ count clients }} {{ estimated-mean offences clients | with interval }}", people),
  ).rejects.toThrow('limits of "offences" let one record be far from all others');
});

const kent = Array.from({length: 20}, (_, at): Alike => ({people: 1, area: "K", d1: "H", sex: at % 2 === 0 ? "F" : "M", offences: (at * 7) % 20})); // prettier-ignore
const crack = Array.from({length: 20}, (_, at): Alike => ({people: 1, area: "S", d1: "C", sex: at % 2 === 0 ? "F" : "M", offences: (at * 3) % 14})); // prettier-ignore

test("a withheld sum of nobody above nought among seven does not follow from the sums beside it", async () => {
  const text = ["count clients by main, area", "sum offences clients by main, area", "sum offences clients by area"].map(table).join("\n"); // prettier-ignore
  const cells = await printed(text, [...kent, ...crack, {people: 7, area: "S", d1: "H", sex: "M", offences: 0}]);
  if (cells === "refused") return;
  const sum = (at: string) => cells[`sum offences clients [${at}]`];
  expect(sum("area=surrey,main=heroin")?.status ?? "suppressed").toBe("suppressed");
  const all = sum("area=surrey");
  const others = Object.entries(cells).flatMap(([key, cell]) =>
    key.startsWith("sum") && key.includes("area=surrey") && key.includes("main=crack") ? [cell] : [],
  );
  expect(all?.status === "published" && others[0]?.status === "published" && all.value === others[0].value).toBe(false);
});

test("a mean beside its count does not tell the number of one who dominates, though no sum is asked", async () => {
  const people: readonly Alike[] = [
    ...kent,
    {people: 1, area: "S", sex: "M", offences: 60},
    {people: 1, area: "S", sex: "F", offences: 3},
    {people: 12, area: "S", sex: "F", offences: 0},
    {people: 2, area: "S", sex: "F", offences: 1},
  ];
  const text = ["count clients by area", "mean offences clients by area"].map(table).join("\n");
  const cells = await printed(text, people);
  if (cells === "refused") return;
  const [count, mean] = [cells["count clients [area=surrey]"], cells["mean offences clients [area=surrey]"]];
  if (count?.status !== "published" || mean?.status !== "published") return;
  // Who has three, the second most, knows that the other has no more than the sum less three.
  expect(Math.floor((mean.value! + 0.05) * count.value!) - 3 - 60).toBeGreaterThanOrEqual(6);
});

/** Forms of clients, one to nine each, as many forms for each of some clients as given. */
const withForms = (given: readonly number[], sex: string, drug: string): readonly Alike[] =>
  given.map((forms) => ({people: 1, area: "K", sex, d1: drug, d1Before: Array.from({length: forms - 1}, () => drug)}));
const men = withForms(Array.from({length: 23}, (_, at) => 1 + (at % 3)), "M", "G"); // prettier-ignore

describe.each([
  ["one of ten has two forms and all others one", [...Array.from({length: 9}, () => 1), 2]],
  ["one of ten has nine forms and all others one", [...Array.from({length: 9}, () => 1), 9]],
])("of a number that begins at one, where %s", (_, forms) => {
  const clients = [...men, ...withForms(forms, "F", "H")];
  test.each(["sum", "mean"])("no %s tells whom", async (measure) => {
    const text = [`${measure} forms clients by sex`, "count clients by sex"].map(table).join("\n");
    const made = await releaseSmall({text, people: clients, changed: overForms});
    if (made instanceof DisclosureError) throw made;
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    const cells = Object.fromEntries(made.release.cells.map(({address, cell}) => [cellKey(address), cell.status]));
    expect(cells).toMatchObject({
      "count clients [sex=women]": "published",
      [`${measure} forms clients [sex=women]`]: "suppressed",
    });
  });
});
