import {describe, expect, test} from "vitest";
import {released} from "../leaky/leakyReport.ts";

const text = [
  "::: table ages",
  "title: Ages by area",
  "measure: Mean age",
  "show: mean age clients by area",
  ":::",
].join("\n");
const policy = (zeros: string) => ({
  "templates/leaky/policy.yaml": `threshold: 5\nzeros: ${zeros}\nmark: "[c]"\nlevel: width-2\nmean-needs: 10\n`,
});
const meanIn = (area: string) => ({measure: "mean", population: "clients", at: {area}, variable: "age"}) as const;

describe("a mean of nobody", () => {
  test("does not apply where zeros are shown, so that no mark stands for a secret that there is not", async () => {
    const people = [{clients: 40, area: "kent", age: 30}] as const;
    const {release, audit} = await released({text, people, files: policy("shown")});
    expect(release.cell(meanIn("surrey"))).toEqual({status: "not-applicable"});
    expect(release.cell(meanIn("kent"))).toMatchObject({status: "published", value: 30});
    expect(audit.passes).toBe(true);
  });

  test("is withheld where zeros are hidden", async () => {
    const people = [{clients: 40, area: "kent", age: 30}] as const;
    const {release} = await released({text, people, files: policy("hidden")});
    expect(release.cell(meanIn("surrey"))).toEqual({status: "suppressed"});
  });

  test("is told from one of people whose age nobody knows", async () => {
    const people = [
      {clients: 40, area: "kent", age: 30},
      {clients: 12, area: "surrey"},
    ] as const;
    const {release} = await released({text, people, files: policy("shown")});
    expect(release.cell(meanIn("surrey"))).toEqual({status: "suppressed"});
  });
});
