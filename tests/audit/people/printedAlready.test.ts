import {expect, test} from "vitest";
import {printedAlready} from "../../../src/audit/index.ts";
import {alike, smallDefinitions, smallRecords, type SmallPeople} from "./smallPeople.ts";
import {tinyRelease, type Shown} from "../tinyRelease.ts";

const small: SmallPeople = {columns: {sex: ["women", "men"]}, rows: [...alike(3, "women"), ...alike(7, "men")]};
const one = smallDefinitions(small);
const definitions = {...one, editions: [...one.editions, ...one.editions]};
const women = {terms: [{column: 0, mask: Uint8Array.of(1, 0)}]};
const men = {terms: [{column: 0, mask: Uint8Array.of(0, 1)}]};

/** Which open counts are excused beside an earlier release that shows women and men so. */
function excused(before: Readonly<Record<string, Shown>>): readonly string[] {
  const releaseOf = (counts: Readonly<Record<string, Shown>>) =>
    tinyRelease({variables: {sex: ["women", "men"]}, counts});
  const open = [
    {name: "women", quantity: {source: 0, parts: [women]}},
    {name: "men and not women", quantity: {source: 0, parts: [men, {...women, sign: -1}]}},
  ];
  const releases = [releaseOf({"sex=women": "c"}), releaseOf(before)] as const;
  return [...printedAlready(open, {releases, definitions, people: smallRecords(small)})];
}

test("an open count is excused where an earlier release prints it", () => {
  expect(excused({"sex=women": 3})).toEqual(["women"]);
});

test("a difference is excused where both of its counts were printed", () => {
  expect(excused({"sex=women": 3, "sex=men": 7})).toEqual(["women", "men and not women"]);
});

test("one that merely was not found hidden is not, nor one that an earlier release marks", () => {
  expect(excused({"sex=women": "c", "sex=men": 7})).toEqual([]);
});
