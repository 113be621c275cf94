import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {ConfidentialFolder, writePrivately} from "../../../src/audit/index.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

const rights = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe("a confidential folder", () => {
  test("is made with its parents for the owner alone, and so are its files", () => {
    const parent = path.join(temporaryFolder(), "secure");
    const folder = ConfidentialFolder.at(path.join(parent, "edition"));
    const file = folder.write("audit.txt", "3 of 4\n");
    expect([parent, folder.path, file].map(rights)).toEqual(["700", "700", "600"]);
    expect(readFileSync(file, "utf8")).toBe("3 of 4\n");
    expect(readdirSync(folder.path)).toEqual(["audit.txt"]);
  });

  test("is closed where it stood open, with the files that are written anew", () => {
    const open = path.join(temporaryFolder(), "open");
    mkdirSync(open);
    writeFileSync(path.join(open, "audit.txt"), "old");
    chmodSync(open, 0o777);
    chmodSync(path.join(open, "audit.txt"), 0o666);
    const file = ConfidentialFolder.at(open).write("audit.txt", "new");
    expect([open, file].map(rights)).toEqual(["700", "600"]);
    expect(readFileSync(file, "utf8")).toBe("new");
  });
});

test("whatever rights new files get by themselves, a confidential one is its owner's", () => {
  const before = process.umask(0);
  try {
    const folder = ConfidentialFolder.at(path.join(temporaryFolder(), "a", "b"));
    const file = folder.write("x", "");
    expect([path.dirname(folder.path), folder.path, file].map(rights)).toEqual(["700", "700", "600"]);
  } finally {
    process.umask(before);
  }
});

test("a confidential file does not go where an unfinished one stands open, and a failure leaves none behind", () => {
  const folder = temporaryFolder();
  const unfinished = path.join(folder, `proof.json.${process.pid}.unfinished`);
  writeFileSync(unfinished, "old");
  chmodSync(unfinished, 0o666);
  expect(rights(writePrivately(path.join(folder, "proof.json"), "{}"))).toBe("600");
  mkdirSync(path.join(folder, "taken"));
  expect(() => writePrivately(path.join(folder, "taken"), "{}")).toThrow();
  expect(readdirSync(folder).toSorted()).toEqual(["proof.json", "taken"]);
});
