import {createRandom, type Random} from "../../../src/synthetic/random.ts";
import {parts, partsInTemplate} from "../../leaky/parts.ts";
import {table, type Alike, type SmallReport} from "../../leaky/peopleProject.ts";

/** Answers by variable, each with how likely it is beside the others. */
const answers = {
  sex: {M: 70, F: 28, "": 2},
  area: {K: 55, S: 35, X: 8, "": 2},
  d1: {H: 50, C: 25, G: 15, L: 7, "": 3},
  d2: {"": 60, C: 20, L: 20},
  wants: {"": 50, A: 30, B: 15, "A;B": 5},
} as const;

const variables = ["sex", "area", "age-group", "main", "second", "problem", "opiate", "kind-of-drug", "any-wants", "wants"]; // prettier-ignore

/**
 * A report of 3 to 7 tables on 60 to 800 people: counts of all clients or of a part of them by one variable or two, with
 * groups of answers, questions over several columns and mean ages among them. The seed decides all.
 */
export function randomPublication(seed: string): Pick<Required<SmallReport>, "text" | "people" | "policy" | "changed"> {
  const random = createRandom(seed);
  const size = Math.round(60 * (800 / 60) ** random.next());
  const queries = new Set<string>();
  const tables = 3 + Math.floor(random.next() * 5);
  while (queries.size < tables) queries.add(randomQuery(random));
  const people = Array.from({length: size}, () => randomPerson(random));
  const policy = random.next() < 0.5 ? "group-needs: 10\n" : "group-needs: none\n";
  return {text: [...queries].map(table).join("\n"), people, policy, changed: partsInTemplate};
}

function randomQuery(random: Random): string {
  const populations = random.next() < 0.5 ? ["clients"] : Object.keys(parts);
  const population = pick(random, populations);
  if (random.next() < 0.1) return `mean age clients by ${pick(random, ["sex", "area"])}`;
  // What all of a part have is not asked of it, nor what reads the answer that makes it one.
  const own = population === "clients" ? variables : ["area", "second", "any-wants"].filter((name) => population !== "advised" || name !== "any-wants"); // prettier-ignore
  const by = new Set([pick(random, own), ...(random.next() < 0.6 ? [pick(random, own)] : [])]);
  return `count ${population} by ${[...by].join(", ")}`;
}

function randomPerson(random: Random): Alike {
  const drawn = Object.entries(answers).map(([name, weights]) => [name, draw(random, weights)]);
  const age = random.next() < 0.03 ? undefined : 18 + Math.floor(50 * random.next() * random.next());
  return {people: 1, age, ...(Object.fromEntries(drawn) as Pick<Alike, keyof typeof answers>)};
}

function pick(random: Random, among: readonly string[]): string {
  return among[Math.floor(random.next() * among.length)] ?? "";
}

function draw(random: Random, weights: Readonly<Record<string, number>>): string {
  const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let left = random.next() * all;
  return Object.keys(weights).find((answer) => (left -= weights[answer] ?? 0) < 0) ?? "";
}
