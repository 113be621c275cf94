import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {sha256} from "../../src/release/index.ts";
import {ledgerProject, released, run, writeEdition} from "./ledgerProject.ts";

const signOff = (root: string, name: string): string => path.join(root, "data/extracts/sign-off/first", name);

describe("the proof on people of a release", () => {
  let root = "";

  beforeEach(async () => {
    root = ledgerProject();
    writeEdition(root, "first", {
      asks: [
        "count clients",
        "count clients drug=heroin",
        "count clients drug=cannabis",
        "count clients drug=old-drug",
      ],
    });
    expect(await run(root, "release", "first")).toMatchObject({exitCode: 0});
  });

  test("is named in the release by its hash", () => {
    const certificate = readFileSync(signOff(root, "people.json"), "utf8");
    expect(released(root, "first").disclosure.certificate).toBe(sha256(certificate));
  });

  test("goes with what is signed, in words", () => {
    expect(readFileSync(signOff(root, "audit.txt"), "utf8")).toMatch(
      /Proved on people: \d+ populations[^]*Proved together with: no other release\./,
    );
  });

  test("is counted again by an audit that finds it beside the sign-off", async () => {
    const {exitCode, output} = await run(root, "audit", "first");
    expect(exitCode).toBe(0);
    expect(output).toMatch(/Proved on people: \d+ populations/);
    expect(output).toContain("every count of 1 to 4 behind a mark");
  });

  test("is told with its confidential counts where these are asked for", async () => {
    const {output} = await run(root, "audit", "first", "--show-confidential");
    expect(output).toMatch(/every count of 1 to 4 \(\d+\) behind a mark/);
  });

  test("is refused where it was altered, and the release with it", async () => {
    writeFileSync(signOff(root, "people.json"), readFileSync(signOff(root, "people.json"), "utf8").replace("x", "x1"));
    const {exitCode, errors} = await run(root, "audit", "first");
    expect(exitCode).toBe(12);
    expect(errors).toContain("its hash is another");
  });

  test("is not spoken of where no certificate is at hand", async () => {
    const elsewhere = path.join(root, "data/releases/first/release.json");
    const {exitCode, output} = await run(root, "audit", "first", "--release", elsewhere, "--sign-off", copyAlone(root));
    expect(exitCode).toBe(0);
    expect(output).toContain("Only the attack on the release alone was made.");
  });
});

/** A copy of the sign-off in a folder without the certificate. */
function copyAlone(root: string): string {
  const alone = path.join(root, "sign-off.json");
  writeFileSync(alone, readFileSync(signOff(root, "sign-off.json")));
  return alone;
}

describe("explain with the proof at hand", () => {
  test("tells of any group what a reader can tell, and its values only where they are asked for", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: ["count clients", "count clients drug=cannabis"]});
    expect(await run(root, "release", "first")).toMatchObject({exitCode: 0});
    const query = "count clients drug=heroin";
    const usual = await run(root, "explain", "first", query);
    expect(usual.output).toContain(
      "A reader of the release can tell by adding and subtracting that it is from 0 to 11.",
    );
    expect(usual.output).toMatch(/it takes several values/);
    const shown = await run(root, "explain", "first", query, "--show-confidential");
    expect(shown.output).toMatch(/populations of the proof it is \d+, \d+/);
    const difference = await run(root, "explain", "first", "count clients", "--but-not", "count clients drug=cannabis");
    expect(difference.output).toContain("Of count clients [] those who are not in count clients [drug=cannabis]:");
    const mixed = await run(root, "explain", "first", "count clients", "--but-not", "share clients drug=cannabis");
    expect(mixed).toMatchObject({exitCode: 2, errors: expect.stringContaining("--but-not takes a count") as string});
  });
});
