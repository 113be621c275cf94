import fc from "fast-check";
import {disclose} from "../../src/confidential/disclose/disclose.ts";
import {linkCells} from "../../src/confidential/disclose/link/linkCells.ts";
import {addressesOf} from "../../src/confidential/disclose/link/links.ts";
import type {CountedCell} from "../../src/confidential/tabulate/tabulation.ts";
import {
  cellKey,
  stated,
  usualPolicy,
  type CellAddress,
  type Coordinates,
  type Policy,
  type Population,
} from "../../src/publication/index.ts";
import type {Release, ReleaseContent} from "../../src/release/index.ts";
import {category, tinyRelease, variable} from "../audit/tinyRelease.ts";

/** One made-up person: an answer to each question, and any number of drugs. */
export interface Person {
  readonly sex: string;
  readonly area: string;
  readonly offence: string;
  readonly tested: string;
  readonly drugs: readonly string[];
}

/** People and the tables that a report asks of them, each a list of variables. */
export interface RandomPublication {
  readonly people: readonly Person[];
  readonly tables: readonly (readonly string[])[];
  readonly shares: boolean;
  readonly zeros: "shown" | "hidden";
  /** The breakdown of a group of fewer people is withheld whole; 1: of none. */
  readonly groupNeeds: number;
}

const answers = {
  sex: ["female", "male"],
  area: ["north", "south", "not-stated"],
  offence: ["theft", "robbery", "arson"],
  tested: ["yes", "no"],
  drugs: ["heroin", "crack"],
};
const groupOf: Readonly<Record<string, string>> = {theft: "acquisitive", robbery: "acquisitive", arson: "other"};
const gravityOf: Readonly<Record<string, string>> = {theft: "petty", robbery: "grave", arson: "grave"};

/**
 * Offences lie in groups of two kinds, of which neither is within the other; drugs are any number a person, and whether
 * there is any is asked too; an area can be unknown.
 */
export const population: Population = {
  name: "people",
  label: "people",
  heading: "People",
  unit: "clients",
  variables: [
    variable("sex", answers.sex),
    variable("area", answers.area),
    {
      ...variable("offence", []),
      categories: answers.offence.map((name) =>
        category(name, {group: groupOf[name] ?? "", gravity: gravityOf[name] ?? ""}),
      ),
    },
    variable("group", ["acquisitive", "other"]),
    variable("tested", answers.tested),
    variable("gravity", ["petty", "grave"]),
    {...variable("drugs", answers.drugs), kind: "multi"},
    {...variable("any-drugs", []), categories: [{...category("yes"), anyOf: "drugs"}, category("no")]},
  ] as Population["variables"],
  combinations: [
    {
      variables: ["group", "gravity"],
      possible: answers.offence.map((name) => [groupOf[name] ?? "", gravityOf[name] ?? ""]),
    },
  ],
};

const person = fc.record({
  sex: fc.constantFrom(...answers.sex),
  area: fc.constantFrom(...answers.area),
  offence: fc.constantFrom(...answers.offence),
  tested: fc.constantFrom(...answers.tested),
  drugs: fc.subarray(answers.drugs),
});

/** Everybody that there can be, one of each kind. */
export const allPeople: readonly Person[] = answers.sex.flatMap((sex) =>
  answers.area.flatMap((area) =>
    answers.offence.flatMap((offence) =>
      answers.tested.flatMap((tested) =>
        [[], ["heroin"], ["crack"], ["heroin", "crack"]].map((drugs) => ({sex, area, offence, tested, drugs})),
      ),
    ),
  ),
);

const tables = fc.uniqueArray(
  fc.constantFrom(
    [],
    ["sex"],
    ["area"],
    ["offence"],
    ["group"],
    ["gravity"],
    ["drugs"],
    ["any-drugs"],
    ["sex", "area"],
    ["sex", "offence"],
    ["area", "offence"],
    ["area", "group"],
    ["area", "gravity"],
    ["sex", "drugs"],
    ["sex", "any-drugs"],
  ),
  {minLength: 1, maxLength: 5},
);

/** Publications of up to `most` people. */
export function randomPublications(most: number): fc.Arbitrary<RandomPublication> {
  return fc.record({
    people: fc.array(person, {maxLength: most, size: "max"}),
    tables,
    shares: fc.boolean(),
    zeros: fc.constantFrom("shown" as const, "hidden" as const),
    groupNeeds: fc.constantFrom(1, 7, 10),
  });
}

/** Whether a person is counted at a place. */
export function isAt(one: Person, at: Coordinates): boolean {
  return Object.entries(at).every(([name, wanted]) => {
    if (name === "drugs") return one.drugs.includes(wanted);
    if (name === "any-drugs") return one.drugs.length > 0 === (wanted === "yes");
    if (name === "group") return groupOf[one.offence] === wanted;
    if (name === "gravity") return gravityOf[one.offence] === wanted;
    const answer = one[name as "sex" | "area" | "offence" | "tested"];
    return wanted === stated ? answer !== "not-stated" : answer === wanted;
  });
}

/** How many people there are at a place. */
export function countAt(people: readonly Person[], at: Coordinates): number {
  return people.filter((one) => isAt(one, at)).length;
}

/** All places of a table. */
export function placesOf(table: readonly string[]): readonly Coordinates[] {
  return table.reduce<readonly Coordinates[]>(
    (done, name) => {
      const categories = population.variables.find((one) => one.name === name)?.categories ?? [];
      return done.flatMap((at) => categories.map((one) => ({...at, [name]: one.name})));
    },
    [{}],
  );
}

function askedBy({tables, shares}: RandomPublication): readonly CellAddress[] {
  const places = tables.flatMap(placesOf);
  const counts = [...places, ...(shares ? [{}] : [])].map((at): CellAddress => ({
    measure: "count",
    population: "people",
    at,
  }));
  const asShares = places.map((at): CellAddress => ({measure: "share", population: "people", at, base: {}}));
  return [...new Map([...counts, ...(shares ? asShares : [])].map((address) => [cellKey(address), address])).values()];
}

/** The policy of a publication. */
export function policyOf({zeros, groupNeeds}: Pick<RandomPublication, "zeros" | "groupNeeds">): Policy {
  const {threshold, mark, level, meanNeeds, method} = usualPolicy;
  return {threshold, zeros, mark, level, meanNeeds, method, ...(groupNeeds > 1 && {groupNeeds})};
}

/** What the confidential stage lets out, cell by cell, as a reader finds it. */
export async function publish(publication: RandomPublication): Promise<ReleaseContent["cells"]> {
  const {people} = publication;
  const asked = askedBy(publication);
  const links = linkCells(asked, {populations: [population], relations: []});
  const counted = (address: CellAddress): CountedCell => ({
    address,
    count: countAt(people, "at" in address ? address.at : {}),
    ...(address.measure === "share" && {of: people.length}),
  });
  const tabulation = new Map([...asked, ...addressesOf(links)].map((address) => [cellKey(address), counted(address)]));
  const policy = policyOf(publication);
  return (await disclose({asked, links, tabulation, policy, withheldByChoice: new Set()})).cells;
}

/** The release of such cells. */
export function releaseOf(cells: ReleaseContent["cells"], publication: RandomPublication): Release {
  const written = structuredClone(population) as ReleaseContent["populations"][number];
  return tinyRelease({variables: {}, counts: {}, cells, population: written, policy: policyOf(publication)});
}
