import {expect, test} from "vitest";
import {released} from "../leaky/leakyReport.ts";

const counted = (population: string, at: Readonly<Record<string, string>>) =>
  ({measure: "count", population, at}) as const;

test("a count of forms is one of the usable forms of the period, and those outside are asked for by name", async () => {
  const outside = Array.from(
    {length: 30},
    (_, index) => `X${String(index)},CANARY-X-${String(index)},,1,1/6/2006,,K,,,`,
  );
  const {release} = await released({
    text: "{{ count forms }} forms, {{ count forms period=outside }} more outside the period.",
    people: [{clients: 40, sex: "male", area: "kent", moreForms: 1}],
    lines: outside,
  });
  expect(release.cell(counted("forms", {usable: "yes"}))).toMatchObject({value: 80});
  expect(release.cell(counted("forms", {period: "outside"}))).toMatchObject({value: 30});
});
