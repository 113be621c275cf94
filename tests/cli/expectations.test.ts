import {existsSync, readFileSync, rmSync, statSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {ledgerProject, run, writeEdition, type Seen, type SmallEdition} from "./ledgerProject.ts";

const seen = (heroin: number, cannabis: number): readonly Seen[] => [
  {drug: "H", clients: heroin},
  {drug: "C", clients: cannabis},
];

const asks = ["count clients drug=heroin", "count clients"];
const later = {period: "{from: 2007-04-01, to: 2008-03-31}", published: undefined};
const expected = (...entries: readonly (readonly [string, string])[]) => ({
  ...later,
  "compare-with": "one",
  expected: `[${entries.map(([what, because]) => `{what: "${what}", because: ${because}}`).join(", ")}]`,
});

/** A project whose first edition is released; the second is compared with it. */
async function projectWith(second: SmallEdition): Promise<string> {
  const root = ledgerProject();
  writeEdition(root, "one", {asks, seen: seen(400, 200), report: later});
  writeEdition(root, "two", {report: {...later, "compare-with": "one"}, ...second});
  expect(await run(root, "release", "one")).toMatchObject({exitCode: 0});
  return root;
}

const swapped = "clients drug=heroin and drug=cannabis: changed places";

describe("an edition whose records are not as in the one before", () => {
  test("is not released, and the message names what and no number", async () => {
    const root = await projectWith({asks, seen: seen(201, 399)});
    const refused = await run(root, "release", "two");
    expect(refused.exitCode).toBe(10);
    expect(refused.errors).toContain(`  ${swapped}, against one`);
    expect(refused.errors).toContain(`      - {what: "${swapped}", because: …}`);
    expect(refused.output + refused.errors).not.toMatch(/\b(?:201|399|400|600)\b/);
    const findings = readFileSync(path.join(root, "data/extracts/sign-off/two/refused.txt"), "utf8");
    expect(findings).toContain("heroin: 400 of 600 before, 201 of 600 now");
    expect(existsSync(path.join(root, "data/releases/two"))).toBe(false);
  });

  test("is released where the report says why", async () => {
    const report = expected(
      [swapped, "The two codes were exchanged in the forms of before."],
      ["clients: more", "More came."],
    );
    const root = await projectWith({asks, seen: seen(201, 399), report});
    expect(await run(root, "release", "two")).toMatchObject({exitCode: 0});
    const log = readFileSync(path.join(root, "data/extracts/sign-off/two/extracts.log"), "utf8");
    expect(log).toContain(`expected: ${swapped}, against one`);
    expect(log).toContain("expected, and not so: clients: more. Remove it");
  });

  test("is released where its kind of report has other bounds", async () => {
    const root = await projectWith({asks, seen: seen(201, 399), expect: "{variables: {drug: {share: 50}}}"});
    expect(await run(root, "release", "two")).toMatchObject({exitCode: 0});
  });
});

test("an edition is held against its own last release, whatever the records were then", async () => {
  const root = await projectWith({asks, seen: seen(410, 210)});
  expect(await run(root, "release", "two")).toMatchObject({exitCode: 0});
  writeEdition(root, "two", {asks, seen: seen(410, 40), report: {...later, "compare-with": "one"}});
  const {errors} = await run(root, "release", "two");
  expect(errors).toContain("clients drug=cannabis: lower, against one");
  expect(errors).toContain("clients drug=cannabis: lower, against its own last release");
});

test("what is held against is as confidential as the sign-off; without it nothing stops", async () => {
  const root = await projectWith({asks, seen: seen(201, 399)});
  const tally = path.join(root, "data/extracts/sign-off/one/tally.json");
  expect(statSync(tally).mode & 0o777).toBe(0o600);
  rmSync(tally);
  const released = await run(root, "release", "two");
  expect(released).toMatchObject({exitCode: 0});
  const log = readFileSync(path.join(root, "data/extracts/sign-off/two/extracts.log"), "utf8");
  expect(log).toContain("Held against no other edition");
});

test.each([
  [{expected: '[{what: "clients: more"}]'}, "because"],
  [{expected: '[{what: "clients: more", because: "Twelve people more came."}]'}, "a reason under expected"],
])("%j is refused", async (report, what) => {
  const root = ledgerProject();
  writeEdition(root, "one", {asks, report: {...later, ...report}});
  expect((await run(root, "release", "one")).errors).toContain(what);
});

test("bounds that are none are refused with their place", async () => {
  const root = ledgerProject();
  writeEdition(root, "one", {asks, expect: "{share: ten}"});
  const {errors} = await run(root, "release", "one");
  expect(errors).toContain("template.yaml:3:17");
  expect(errors).toContain("write points of a percentage");
});
