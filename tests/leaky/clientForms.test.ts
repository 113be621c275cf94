import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {PublicationError} from "../../src/publication/index.ts";
import {runs} from "../invariants/runs.ts";
import {isAt, kindsOfClients, overForms, printedBy, saidIn} from "./clientForms.ts";
import {rowOf, type PrintedCount} from "./parts.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";
import {rangeIn, type Kind} from "./rangeOf.ts";

async function releaseOf(
  asked: readonly string[],
  people: readonly Alike[],
  before: readonly SmallRelease[] = [],
): Promise<SmallRelease> {
  const tables = asked.map((show, at) => table(show).replace(/table \S+/, `table t-${at}`));
  const published = before.map(({release}) => release);
  const made = await releaseSmall({text: tables.join("\n"), people, published, changed: overForms});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

const sizeOf = (people: readonly Alike[], holds: (kind: Kind) => boolean): number =>
  people.filter(holds).reduce((sum, one) => sum + one.people, 0);

function eachAlone(printed: readonly PrintedCount[], people: readonly Alike[]): readonly PrintedCount[] {
  return printed.map(({holds}) => {
    const count = sizeOf(people, holds);
    return {holds, value: count >= 1 && count <= 4 ? undefined : count};
  });
}

const rangeOfGroup = (group: (kind: Kind) => boolean, printed: readonly PrintedCount[]) =>
  rangeIn({kinds: kindsOfClients, group}, printed.map((one) => rowOf(one, kindsOfClients))); // prettier-ignore

const usual: readonly Alike[] = [
  {people: 40, sex: "M", d1: "H"},
  {people: 20, sex: "F", d1: "C", d1Before: ["H"]},
  {people: 25, sex: "F", d1: "G"},
  {people: 30, sex: "M", d1: "C"},
  {people: 12, sex: "M", d1: ""},
];

interface Difference {
  readonly name: string;
  readonly asked: readonly string[];
  readonly people?: readonly Alike[];
  readonly few: Alike;
  readonly group: (kind: Kind) => boolean;
}

const differences: readonly Difference[] = [
  {
    name: "the last answer less that of the form which stands for the client",
    asked: ["count clients by last-drug", "count clients by main"],
    few: {people: 3, sex: "M", d1: "", d1Before: ["G"]},
    group: (kind) => isAt(kind, {"last-drug": "cannabis", main: "not-stated"}),
  },
  {
    name: "whether any form says so less the form which stands for the client",
    asked: ["count clients ever-hard=yes", "count clients main=heroin", "count clients main=crack"],
    few: {people: 2, sex: "F", d1: "G", d1Before: ["C", "G"]},
    group: (kind) => isAt(kind, {"ever-hard": "yes"}) && kind.d1 !== "H" && kind.d1 !== "C",
  },
  {
    name: "whether any form has one of two codes less whether one has the first",
    asked: ["count clients by ever-hard", "count clients by ever-heroin"],
    people: usual.filter(({d1, d1Before}) => d1 !== "C" || d1Before !== undefined),
    few: {people: 4, sex: "F", d1: "G", d1Before: ["C"]},
    group: (kind) => isAt(kind, {"ever-hard": "yes"}) && !isAt(kind, {"ever-heroin": "yes"}),
  },
  {
    name: "no answer in the last form less none in any",
    asked: ["count clients by first-drug", "count clients by main"],
    few: {people: 1, sex: "M", d1: "", d1Before: ["H"]},
    group: (kind) => isAt(kind, {main: "not-stated"}) && !isAt(kind, {"first-drug": "not-stated"}),
  },
  {
    name: "a yes of any form less the first answers that say so, by sex",
    asked: ["count clients ever-heroin=yes by sex", "count clients first-drug=heroin by sex"],
    few: {people: 3, sex: "F", d1: "H", d1Before: ["G"]},
    group: (kind) => isAt(kind, {sex: "women", "ever-heroin": "yes"}) && !isAt(kind, {"first-drug": "heroin"}),
  },
  {
    name: "a part of those of whom any form says so, less the first answers that do",
    asked: ["count ever-users by sex", "count clients first-drug=heroin by sex"],
    few: {people: 2, sex: "F", d1: "H", d1Before: ["G", ""]},
    group: (kind) => isAt(kind, {sex: "women", "ever-heroin": "yes"}) && !isAt(kind, {"first-drug": "heroin"}),
  },
];

describe("what a client's forms say gives nothing back:", () => {
  test.each(differences)("$name", async ({asked, people: others = usual, few, group}) => {
    const people = [...others, few];
    const made = await releaseOf(asked, people);
    const printed = printedBy(made, asked);
    expect(await rangeOfGroup(group, eachAlone(printed, people)), "counts looked at one by one give it away").toEqual([
      few.people,
      few.people,
    ]);
    const [least, most] = await rangeOfGroup(group, printed);
    expect(least).toBeLessThan(most);
  });

  test("the answers of the standing form in one edition, and the last answers in the next", async () => {
    const few: Alike = {people: 3, sex: "M", d1: "", d1Before: ["G"]};
    const people = [...usual, few];
    const [first, second] = [["count clients by main"], ["count clients by last-drug"]];
    const before = await releaseOf(first, people);
    const made = await releaseOf(second, people, [before]);
    expect(made.linked).toHaveLength(1);
    const printed = [...printedBy(before, first), ...printedBy(made, second)];
    const group = (kind: Kind): boolean => isAt(kind, {"last-drug": "cannabis", main: "not-stated"});
    expect(await rangeOfGroup(group, eachAlone(printed, people))).toEqual([3, 3]);
    const [least, most] = await rangeOfGroup(group, printed);
    expect(least).toBeLessThan(most);
  });

  test("a form that came late is a correction of its client", async () => {
    const asked = ["count clients by sex", "count clients by ever-hard"];
    const before = await releaseOf(asked, [...usual, {people: 20, sex: "F", d1: "G"}]);
    const late: readonly Alike[] = [
      {people: 19, sex: "F", d1: "G"},
      {people: 1, sex: "F", d1: "G", d1Before: ["C"]},
    ];
    const made = await releaseOf(asked, [...usual, ...late], [before]);
    expect(made.linked).toHaveLength(1);
  });

  test("a table that holds both crosses what can be alone", async () => {
    const made = await releaseOf(["count clients by main, last-drug"], usual);
    const heroinThenCrack = {
      measure: "count",
      population: "clients",
      at: {main: "heroin", "last-drug": "crack"},
    } as const;
    expect(made.release.cell(heroinThenCrack)).toEqual({status: "published", value: 0});
  });
});

test("how many forms clients have is counted, averaged and put into bands", async () => {
  const people: readonly Alike[] = [...usual, {people: 10, sex: "M", d1: "H", d1Before: ["H", "", "C"]}];
  const made = await releaseOf(["mean forms clients", "count clients by sex"], people);
  const mean = made.release.cells.find(({address}) => address.measure === "mean")?.cell;
  // 87 clients of one form, 20 of two, and 10 of four.
  expect(mean).toMatchObject({status: "published", value: 1.4});
});

const everyKind = usual.map(({sex = "", d1 = "", d1Before = []}) => ({sex, d1, d1Before}));
const variables = ["main", "first-drug", "last-drug", "first-bit", "ever-heroin", "ever-hard"];

test("no tables beside one another give away a small group of one answer over all forms and one of the last", async () => {
  const forms = fc.array(fc.constantFrom("H", "C", "G", ""), {maxLength: 2});
  const client = fc.record({sex: fc.constantFrom("M", "F"), d1: fc.constantFrom("H", "C", "G", ""), d1Before: forms});
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(variables, {minLength: 2, maxLength: 3}),
      fc.array(fc.tuple(client, fc.integer({min: 1, max: 9})), {minLength: 1, maxLength: 8}),
      async (asked, some) => {
        const few = some.map(([kind, people]): Alike => ({...kind, people}));
        const people = [...everyKind.map((kind): Alike => ({...kind, people: 30})), ...few];
        const queries = asked.map((name) => `count clients by ${name}`);
        const rows = printedBy(await releaseOf(queries, people), queries).map((one) => rowOf(one, kindsOfClients));
        const [one = "", other = ""] = asked;
        for (const kind of kindsOfClients) {
          const group = (own: Kind): boolean => [one, other].every((name) => isAt(own, {[name]: saidIn(kind, name)}));
          const count = sizeOf(people, group);
          if (count < 1 || count > 4) continue;
          const [least, most] = await rangeIn({kinds: kindsOfClients, group}, rows);
          expect(least).toBeLessThan(most);
        }
      },
    ),
    {numRuns: runs({usual: 4, long: 100})},
  );
});

describe("what the proof on people does not know is refused", () => {
  const refusalOf = async (asked: readonly string[]): Promise<string> => {
    const refused: unknown = await releaseOf(asked, usual).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PublicationError);
    return (refused as Error).message;
  };

  test.each([
    ["forms", ["count clients by first-drug", "count forms"]],
    ["faults", ["share clients ever-heroin=yes", "count faults by rule"]],
    ["what became of forms", ["count forms by fate", "mean forms clients"]],
  ])("beside counts of %s, where it is asked", async (_, asked) => {
    expect(await refusalOf(asked)).toMatch(/^templates\/small\/10-one.md:\d+:\d+: ".+" tells of all forms of a client/);
  });

  test("how many forms there are beside what they say", async () => {
    const message = await refusalOf(["mean forms clients", "count clients by first-drug"]);
    expect(message).toContain('"forms" is how many forms a client has, and "first-drug" is taken from them');
  });

  test("beside forms that an edition before counts", async () => {
    const before = await releaseOf(["count forms"], usual);
    const refused: unknown = await releaseOf(["count clients by first-drug"], usual, [before]).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(DisclosureError);
    expect((refused as Error).message).toMatch(/^beside small, which is published: "first-drug" tells of all forms/);
    const first = await releaseOf(["count clients by first-drug"], usual);
    await expect(releaseOf(["count forms"], usual, [first])).rejects.toThrow(/^beside small, which is published/);
  });
});
