import {expect, test} from "vitest";
import type {Disclosed} from "../../../src/confidential/disclose/disclose.ts";
import {discloseTable, releaseBeside, type SmallEdition} from "./smallEditions.ts";

const edition: SmallEdition = {
  id: "2009-01-01",
  counts: [
    [3, 9, 8],
    [7, 8, 9],
  ],
  asked: ["", "row=r0", "row=r1", "column=c0", "column=c1", "column=c2"],
  published: [],
};

/** Beside how many releases of the same people the proof at hand was tried, until it served. */
async function triedBeside(atHand: Disclosed, asked: readonly string[]): Promise<readonly number[]> {
  const standing = await releaseBeside(edition);
  if (standing === undefined) throw new Error("the edition cannot be made safe");
  const tried: number[] = [];
  const {disclosed} = await discloseTable({
    ...edition,
    asked,
    published: [standing],
    recall: (_, {same}) => {
      tried.push(same.length);
      return Promise.resolve({disclosed: atHand});
    },
  });
  expect(disclosed).toBe(atHand);
  return tried;
}

test("a proof at hand of the numbers that stand serves beside what was published before them", async () => {
  const {disclosed} = await discloseTable(edition);
  expect(await triedBeside(disclosed, edition.asked)).toEqual([0]);
});

test("one of other numbers serves only beside those that stand too", async () => {
  const asked = [...edition.asked, "row=r0,column=c1"];
  const {disclosed} = await discloseTable({...edition, asked});
  expect(await triedBeside(disclosed, asked)).toEqual([0, 1]);
});
