import {spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {filesBelow} from "../../fences/searchOutputs.ts";
import {run, writeEdition} from "../ledgerProject.ts";
import {root as source, temporaryFolder} from "../runCommand.ts";
import {confidential, expectSignOff, project, rights, usual, writeFaulty} from "./faultyProject.ts";

describe("the files of a sign-off are their owner's alone,", () => {
  test("of a release, also where they and their folder stood open", async () => {
    const root = project();
    const folder = path.join(root, "data/extracts/sign-off/e");
    mkdirSync(folder, {recursive: true});
    writeFileSync(path.join(folder, "sign-off.json"), "old");
    chmodSync(path.dirname(folder), 0o777);
    chmodSync(folder, 0o755);
    await run(root, "release", "e");
    expectSignOff(folder);
    expect(rights(path.dirname(folder))).toBe("700");
  });

  test("of a trial, and lie nowhere below its folder", async () => {
    const root = project();
    await run(root, "release", "e", "--out", "trial");
    expectSignOff(path.join(root, "data/extracts/sign-off-of-trials/e"));
    expect(filesBelow(path.join(root, "trial"))).toEqual([path.join(root, "trial/releases/e/release.json")]);
    expect(readdirSync(path.join(root, "trial"))).toEqual(["releases"]);
  });

  test("in a folder that is named, whose other files keep their rights", async () => {
    const [root, secure] = [project(), temporaryFolder()];
    writeFileSync(path.join(secure, "other"), "");
    chmodSync(path.join(secure, "other"), 0o644);
    chmodSync(secure, 0o755);
    const released = await run(root, "release", "e", "--out", "trial", "--sign-off", secure);
    expect(released).toMatchObject({exitCode: 0, errors: ""});
    expectSignOff(path.join(secure, "e"));
    expect([secure, path.join(secure, "other")].map(rights)).toEqual(["755", "644"]);
    expect(existsSync(path.join(root, "data/extracts/sign-off-of-trials"))).toBe(false);
  });

  test("also of the certificate that an audit is asked for", async () => {
    const root = project();
    await run(root, "release", "e");
    const proof = path.join(root, "data/extracts/proof.json");
    writeFileSync(proof, "");
    chmodSync(proof, 0o644);
    await run(root, "audit", "e", "--certificate", "data/extracts/proof.json");
    expect(rights(proof)).toBe("600");
  });

  test("which is written nowhere that others may read", async () => {
    const root = project();
    await run(root, "release", "e");
    for (const place of ["proof.json", "dist/proof.json", "data/releases/e/proof.json", "reports/e/proof.json"]) {
      const {exitCode, errors} = await run(root, "audit", "e", "--certificate", place);
      expect(errors).toContain("Name another with --certificate");
      expect([exitCode, existsSync(path.join(root, place))]).toEqual([2, false]);
    }
  });
});

describe("a folder for sign-offs is refused", () => {
  const refused = async (root: string, ...argv: readonly string[]) => {
    const {exitCode, errors} = await run(root, "release", "e", ...argv);
    expect(exitCode).toBe(2);
    expect(existsSync(path.join(root, "data/releases"))).toBe(false);
    return errors;
  };

  test.each([
    ["the folder of the trial", ["--out", "trial", "--sign-off", "trial"]],
    ["a folder below that of the trial", ["--out", "trial", "--sign-off", "trial/dist/secret"]],
    ["the site", ["--sign-off", "dist/secret"]],
    ["the ledger", ["--sign-off", "data/releases"]],
    ["the reports", ["--sign-off", "reports/secret"]],
    ["the project's own folder", ["--sign-off", "."]],
    ["what the live view makes its drafts in", ["--sign-off", ".cache/drafts/secret"]],
    ["a file", ["--sign-off", "data/codelists/sex.csv"]],
    ["nowhere", ["--sign-off", ""]],
  ])("that is %s", async (_, argv) => {
    expect(await refused(project(), ...argv)).toMatch(/Name (another|a folder)|names no folder/);
  });

  test("that a link leads out of, into what is published", async () => {
    const [root, elsewhere] = [project(), temporaryFolder()];
    mkdirSync(path.join(root, "dist"));
    symlinkSync(path.join(root, "dist"), path.join(elsewhere, "link"));
    expect(await refused(root, "--sign-off", path.join(elsewhere, "link/secret"))).toContain("for others to read");
    symlinkSync(path.join(root, "dist"), path.join(elsewhere, "e"));
    expect(await refused(root, "--sign-off", elsewhere)).toContain("for others to read");
    const secure = path.join(root, "data/extracts/secure");
    symlinkSync(elsewhere, secure);
    expect(await refused(root, "--out", elsewhere, "--sign-off", secure)).toContain("for others to read");
  });

  test("even the usual one, where a trial is written around it", async () => {
    const root = project();
    expect(await refused(root, "--out", path.dirname(root))).toContain("Name another with --sign-off");
  });
});

test("a release whose sign-off finds no folder is not made, and says what is in the way", async () => {
  const root = project();
  writeFileSync(path.join(root, "data/extracts/sign-off"), "");
  const {exitCode, errors} = await run(root, "release", "e");
  expect(exitCode).toBe(12);
  expect(errors).toContain("it cannot be made. Remove what is in the way, or name another with --sign-off.");
  expect(existsSync(path.join(root, "data/releases"))).toBe(false);
});

describe("explain finds the sign-off", () => {
  const cell = "count clients sex=male";
  const explain = (root: string, ...options: readonly string[]) => run(root, "explain", "e", cell, ...options);

  test.each([
    ["of a release", [], []],
    ["of a trial", ["--out", "trial"], ["--out", "trial"]],
    ["in a folder that was named", ["--sign-off", "data/extracts/mine"], ["--sign-off", "data/extracts/mine"]],
  ])("%s", async (_, made, asked) => {
    const root = project();
    await run(root, "release", "e", ...made);
    expect(await explain(root, ...asked)).toMatchObject({exitCode: 0, errors: ""});
  });

  test("of the last trial only, and does not take it for that of another one or of a release", async () => {
    const root = project();
    await run(root, "release", "e", "--out", "one");
    writeEdition(root, "e", {asks: [cell], report: {title: "Another"}});
    await run(root, "release", "e", "--out", "two");
    expect(await explain(root, "--out", "two")).toMatchObject({exitCode: 0});
    const other = await explain(root, "--out", "one");
    expect(other.exitCode).toBe(12);
    expect(other.errors).toContain("this sign-off does not belong to");
  });

  test("whatever the edition is called", async () => {
    const root = project();
    const names = ["trial", "sign-off-of-trials", "building-1", "staging"];
    for (const name of names) writeFaulty(root, name, usual);
    for (const name of names) {
      for (const options of [[], ["--out", "out"]]) {
        expect(await run(root, "release", name, ...options)).toMatchObject({exitCode: 0, errors: ""});
      }
    }
    for (const name of names) {
      for (const options of [[], ["--out", "out"]]) {
        expect(await run(root, "explain", name, cell, ...options)).toMatchObject({exitCode: 0, errors: ""});
      }
    }
  });
});

test("git sees none of the files, wherever a command may write them", () => {
  const places = [
    "data/extracts/sign-off/e",
    "data/extracts/sign-off-of-trials/e",
    ".cache/x",
    "sign-off/e",
    "elsewhere/e",
  ];
  const files = places.flatMap((place) => [...confidential, "refused.txt"].map((name) => `${place}/${name}`));
  const unfinished = files.map((file) => `${file}.123.unfinished`);
  const {stdout} = spawnSync("git", ["check-ignore", "--no-index", ...files, ...unfinished], {
    cwd: source,
    encoding: "utf8",
  });
  expect(stdout.trim().split("\n")).toEqual([...files, ...unfinished]);
});
