import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import type {Coordinates} from "../../src/publication/index.ts";
import {groupsOf} from "./groupsOf.ts";
import {worldsOf, valuesAt} from "./otherWorlds.ts";
import {countAt, placesOf, publish, type Person} from "./randomPublication.ts";
import {runs} from "./runs.ts";

const nobody: Person = {sex: "male", area: "north", offence: "theft", tested: "no", drugs: []};

/**
 * Questions that hang together in one way or another, and few enough kinds of people to try every world. A reader
 * reckons with every category that there is: so do the kinds.
 */
const families = {
  "offences in their groups": {
    tables: [[], ["sex"], ["offence"], ["group"], ["sex", "offence"]],
    kinds: combine({sex: ["female", "male"], offence: ["theft", "robbery", "arson"]}),
  },
  "any number of drugs a person": {
    tables: [[], ["sex"], ["drugs"], ["sex", "drugs"]],
    kinds: combine({sex: ["female", "male"], drugs: [[], ["heroin"], ["crack"], ["heroin", "crack"]]}),
  },
  "an area that can be unknown": {
    tables: [[], ["area"], ["group"], ["area", "group"]],
    kinds: combine({area: ["north", "south", "not-stated"], offence: ["theft", "arson"]}),
  },
  "three tables in a ring": {
    tables: [[], ["sex", "tested"], ["sex", "group"], ["tested", "group"]],
    kinds: combine({sex: ["female", "male"], tested: ["yes", "no"], offence: ["theft", "arson"]}),
  },
} as const;

function combine(answers: Partial<Record<keyof Person, readonly unknown[]>>): readonly Person[] {
  return Object.entries(answers).reduce<readonly Person[]>(
    (done, [name, all]) => done.flatMap((one) => all.map((answer) => ({...one, [name]: answer}))),
    [nobody],
  );
}

/** Every place whose count the tables touch: their own, and all of their totals. */
function placesTouched(tables: readonly (readonly string[])[]): readonly Readonly<Record<string, string>>[] {
  const subsets = tables.flatMap((table) =>
    table.reduce<readonly string[][]>((done, name) => done.flatMap((some) => [some, [...some, name]]), [[]]),
  );
  return [...new Map(subsets.map((names) => [names.toSorted().join(), names])).values()].flatMap(placesOf);
}

test.each(Object.entries(families))(
  "with %s, a reader who tries every world finds no count from 1 to 4",
  async (_, {tables, kinds}) => {
    const cases = fc.record({
      people: fc.array(fc.constantFrom(...kinds), {maxLength: 11, size: "max"}),
      asked: fc.subarray([...tables], {minLength: 1}),
      zeros: fc.constantFrom("shown" as const, "hidden" as const),
      groupNeeds: fc.constantFrom(1, 6, 8, 10),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({people, asked, zeros, groupNeeds}) => {
        const cells = await publish({people, tables: asked, shares: false, zeros, groupNeeds}).catch(
          (error: unknown) => {
            if (error instanceof DisclosureError) return undefined;
            throw error;
          },
        );
        fc.pre(cells !== undefined);
        const smallest = zeros === "shown" ? 1 : 0;
        const groups = (at: Coordinates) => groupsOf(at, asked);
        const most = people.length + 3;
        const worlds = worldsOf(cells, {kinds, most, smallest, groupNeeds, groupsOf: groups});
        expect(worlds.length, "the true world is not among them").toBeGreaterThan(0);
        for (const at of placesTouched(asked)) {
          const count = countAt(people, at);
          const values = valuesAt(worlds, kinds, at);
          expect(values).toContain(count);
          if (count >= 1 && count <= 4) expect(values.size, JSON.stringify(at)).toBeGreaterThan(1);
        }
      }),
      {numRuns: runs({usual: 40, long: 1_500})},
    );
  },
);
