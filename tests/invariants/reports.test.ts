import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {PublicationError} from "../../src/publication/index.ts";
import type {Release} from "../../src/release/index.ts";
import {released, type Group, type LeakyReport} from "../leaky/leakyReport.ts";
import {randomReport} from "./randomReport.ts";
import {runs} from "./runs.ts";

const cases = runs({usual: 5, long: 2_000});

/** The release of a report, where it is not refused with words. Anything else that is thrown is a fault of ours. */
async function releaseOf(report: LeakyReport): Promise<Release | "refused"> {
  try {
    const {release, audit} = await released(report);
    expect(audit).toMatchObject({passes: true, givenAway: [], derivable: [], contradiction: [], undecided: []});
    return release;
  } catch (error) {
    const isRefusal = error instanceof DisclosureError || error instanceof PublicationError;
    if (!isRefusal) throw error;
    expect(error.message).not.toContain("CANARY");
    expect(error.message).not.toContain("its own vocabulary lacks");
    expect(error.message.length).toBeGreaterThan(20);
    return "refused";
  }
}

const crossed = (by: string, name = "first"): string =>
  `::: table ${name}-table\ntitle: Clients\nmeasure: Clients\nshow:\n  - count clients by ${by}\n:::`;

const people: readonly Group[] = [
  {clients: 4, drug: "cannabis", wants: "B"},
  {clients: 17, sex: "female", wants: "A;B"},
  {clients: 16, sex: "male", drug: "heroin", wants: "B"},
  {clients: 9, sex: "male", wants: "B"},
  {clients: 8, drug: "cannabis", wants: "A"},
  {clients: 1, sex: "male", drug: "heroin", wants: "A"},
  {clients: 6, drug: "heroin"},
  {clients: 12, sex: "female", drug: "cannabis", wants: "A;B"},
];

test("several answers stand beside whether there is any, by other variables", async () => {
  const text = [crossed("drug, wants with totals"), crossed("sex, any-wants", "second")].join("\n\n");
  await expect(releaseOf({text, people})).resolves.toBeDefined();
});

test("a place where nobody can be, such as heroin that is no problem drug, is rounded to nobody", async () => {
  const rules = "threshold: 5\nmethod: round\nbase: 5\nmean-needs: 10\n";
  const release = await releaseOf({
    text: crossed("drug, problem with totals"),
    people,
    files: {"templates/leaky/policy.yaml": rules},
  });
  const at = {drug: "heroin", problem: "no"};
  if (release === "refused") expect.fail("nothing in this report needs to be refused");
  expect(release.cell({measure: "count", population: "clients", at})).toMatchObject({value: 0});
});

test("where zeros are hidden, marks of nobody and of places where nobody can be are no reason to refuse", async () => {
  const report = {
    text: [crossed("drug, problem, area"), crossed("problem, area, wants", "second")].join("\n\n"),
    people: [
      {clients: 4, sex: "male", area: "kent", drug: "heroin", also: "heroin", wants: "A;B"},
      {clients: 24, area: "kent", drug: "heroin"},
      {clients: 14, sex: "male", area: "kent", drug: "cannabis", also: "heroin", wants: "A;B"},
      {clients: 36, sex: "male", area: "surrey", drug: "cannabis", wants: "A;B"},
    ],
    files: {"templates/leaky/policy.yaml": "threshold: 5\nzeros: hidden\nmean-needs: 10\n"},
  } satisfies LeakyReport;
  const release = await releaseOf(report);
  if (release === "refused") expect.fail("nothing in this report needs to be refused");
  const at = {area: "surrey", drug: "cannabis", problem: "no"};
  expect(release.cell({measure: "count", population: "clients", at})).toMatchObject({value: 36});
});

test("faults of which there are none are hidden by other people with broken records", async () => {
  const text = crossed("drug-class with totals") + "\n\n" + crossed("problem", "second") + "\n\n::: table faults\ntitle: Faults\nmeasure: Faults\nshow: count faults by rule with totals\n:::"; // prettier-ignore
  const policy = "threshold: 5\nzeros: hidden\nlevel: full\nmean-needs: 10\n";
  const few = [
    {clients: 6, sex: "male", drug: "heroin", also: "cannabis", wants: "A;B"},
    {clients: 6, sex: "male", area: "kent", drug: "heroin", age: 27},
  ] satisfies Group[];
  const release = await releaseOf({text, people: few, files: {"templates/leaky/policy.yaml": policy}});
  if (release === "refused") expect.fail("nothing in this report needs to be refused");
});

test("every report is released and proved safe, or refused with words", {timeout: 3_600_000}, async () => {
  let [made, asked] = [0, 0];
  await fc.assert(
    fc.asyncProperty(randomReport, async ({first, second}) => {
      const release = await releaseOf(first);
      asked += 1;
      if (release === "refused") return;
      made += 1;
      if (second !== undefined) await releaseOf({...second, published: [release]});
    }),
    {numRuns: cases},
  );
  // A property that holds because everything is refused would show nothing.
  expect(made).toBeGreaterThan(asked / 3);
});
