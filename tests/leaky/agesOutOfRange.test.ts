import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {releaseSmall, table} from "./peopleProject.ts";

test("ages that are not believed are no ages, however many there are of them", async () => {
  const made = await releaseSmall({
    text: [table("count clients by age-group"), table("mean age clients")].join("\n"),
    people: [
      {people: 20, age: 20},
      {people: 21, age: 40},
      {people: 22, age: 60},
      {people: 7, age: 105},
      {people: 8, age: 110},
    ],
  });
  if (made instanceof DisclosureError) throw made;
  expect(made.check.faults).toEqual([]);
  expect(made.check.holds).toBe(true);
});
