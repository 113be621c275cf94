import {expect, test} from "vitest";
import {explainAmong, explainDifference} from "../../../src/confidential/signOff/explainAmong.ts";
import {alike, smallCertificate} from "../../audit/people/smallPeople.ts";
import {at, tinyRelease} from "../../audit/tinyRelease.ts";

const columns = {sex: ["women", "men"], area: ["kent", "surrey"]};
const certificate = smallCertificate(
  {columns, rows: [...alike(3, "women kent"), ...alike(7, "men kent"), ...alike(10, "men surrey")]},
  [{changes: [[3, 0, 0]]}, {changes: [[3, 0, 0, 4, 0, 0]]}],
);
const release = tinyRelease({
  variables: {...columns, drug: ["heroin"]},
  counts: {"": 20, "area=kent": 10, "sex=women": "c", "sex=men": "c"},
});

/** What is said of a count among the people of the proof. */
function told(place: string, showConfidential = false): readonly string[] {
  const address = {measure: "count", population: "people", at: at(place)} as const;
  return explainAmong(address, {release, certificate, showConfidential});
}

test("a group that no table shows is told as a reader can tell it, and that the proof leaves it open", () => {
  expect(told("area=kent,sex=women")).toEqual([
    "A reader of the release can tell by adding and subtracting that it is from 0 to 10.",
    "Among the 3 populations of the proof it takes several values.",
  ]);
});

test("the values themselves are told only where they are asked for", () => {
  expect(told("sex=women", true).at(-1)).toBe("Among the 3 populations of the proof it is 3, 4, 5.");
  expect(told("sex=women").join()).not.toMatch(/3, 4/);
});

test("a group that is the same in all of them has one value", () => {
  expect(told("area=surrey").at(-1)).toBe("Among the 3 populations of the proof it takes one value.");
});

test("a question that the people have no answer to is told as such", () => {
  expect(told("drug=heroin").at(-1)).toContain("nothing that is published asks about it");
});

test("without a certificate it is said that none was looked into", () => {
  const address = {measure: "count", population: "people", at: {sex: "women"}} as const;
  expect(explainAmong(address, {release, showConfidential: false}).at(-1)).toContain("is not at hand");
});

test("of what is printed, and of what is no count, nothing is added", () => {
  expect(told("area=kent")).toEqual([]);
  const share = {measure: "share", population: "people", at: {sex: "women"}, base: {}} as const;
  expect(explainAmong(share, {release, certificate, showConfidential: true})).toEqual([]);
});

test("those of a group who are not in another are told in the same way", () => {
  const count = (place: string) => ({measure: "count", population: "people", at: at(place)}) as const;
  const proved = {release, certificate, showConfidential: true};
  expect(explainDifference(count("area=kent"), count("sex=men"), proved)).toEqual([
    "Of count people [area=kent] those who are not in count people [sex=men]:",
    "A reader of the release can tell by adding and subtracting that it is from 0 to 10.",
    "Among the 3 populations of the proof it is 3, 4, 5.",
  ]);
});
