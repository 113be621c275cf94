import {at} from "../tinyRelease.ts";
import {readsBands, readsCode, readsYears} from "./readVariables.ts";

/** Ages from 10 to 14, or none, in two areas. */
export const people = ["kent", "surrey"].flatMap((area) =>
  [undefined, 10, 11, 12, 13, 14].map((age) => ({area, age, band: bandOf(age)})),
);

function bandOf(age: number | undefined): string {
  if (age === undefined) return "not-stated";
  return age < 12 ? "young" : "old";
}

const between: [number, number] = [10, 14];
const bands = readsBands("band", {young: [10, 11], old: [12, 14]});
/** How a release says that these are read. */
export const variables = [
  readsCode("area", "AREA", {kent: ["K"], surrey: ["S"]}),
  {...readsYears("age"), reads: {as: "years" as const, from: "BORN", to: "SEEN", between}},
  {...bands, reads: {...(bands.reads as object), between} as typeof bands.reads},
];

/** Every way to divide `total` people among so many sorts. */
function divisions(total: number, sorts: number): readonly (readonly number[])[] {
  if (sorts === 1) return [[total]];
  return Array.from({length: total + 1}, (_, first) => first).flatMap((first) =>
    divisions(total - first, sorts - 1).map((rest) => [first, ...rest]),
  );
}

/** How many people there are of each sort. */
export type World = readonly number[];

/** All worlds of three, four and five people. */
export const worlds: readonly (readonly World[])[] = [3, 4, 5].map((total) => divisions(total, people.length));

/** Whether people of a sort are at a place. */
export const inside = (place: string) => (person: (typeof people)[number]) =>
  Object.entries(at(place)).every(([name, category]) => person[name as "area" | "band"] === category);

/** How many people of a world are at a place. */
export function countAt(place: string, world: World): number {
  return people.reduce((sum, person, index) => sum + (inside(place)(person) ? (world[index] ?? 0) : 0), 0);
}
