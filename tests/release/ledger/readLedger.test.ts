import {mkdirSync, renameSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {
  findRelease,
  isMadeUp,
  isPublished,
  nameOf,
  readLedger,
  ReleaseError,
  saysTheSame,
  writeRelease,
} from "../../../src/release/index.ts";
import {tinyContent, tinyRelease, type TinyRelease} from "../../audit/tinyRelease.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

/** A release of an edition that counts some men among forty people. */
const counting = (id: string, men: number, synthetic = true): TinyRelease => ({
  variables: {sex: ["men"]},
  counts: {"": 40, "sex=men": men},
  edition: {id},
  synthetic,
});

/** Writes a release into a ledger, as the latest of its edition or as a replaced one. */
function keep(ledger: string, release: TinyRelease, at = `${release.edition?.id ?? ""}/release.json`): string {
  const whole = path.join(ledger, at);
  mkdirSync(path.dirname(whole), {recursive: true});
  writeFileSync(whole, writeRelease(tinyContent(release)));
  return whole;
}

/** A ledger of two editions, of which one was replaced eleven times. */
function twoEditions(): string {
  const ledger = temporaryFolder();
  keep(ledger, counting("second", 20));
  keep(ledger, counting("first", 30));
  for (let number = 1; number <= 11; number++)
    keep(ledger, counting("first", 6 + number), `first/replaced/${number}.json`);
  return ledger;
}

describe("a ledger", () => {
  test("gives every release of every edition, the replaced ones first and in the order of their numbers", () => {
    const read = readLedger(twoEditions());
    const numbers = Array.from({length: 11}, (_, index) => `first (release ${index + 1})`);
    expect(read.map(nameOf)).toEqual([...numbers, "first", "second"]);
    const men = {measure: "count", population: "people", at: {sex: "men"}} as const;
    expect(read.map((release) => release.cell(men))).toMatchObject(
      [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 30, 20].map((value) => ({status: "published", value})),
    );
  });

  test("passes over the editions that are named, without reading them", () => {
    const ledger = twoEditions();
    writeFileSync(path.join(ledger, "first/release.json"), "no release");
    expect(readLedger(ledger, ["first"]).map(nameOf)).toEqual(["second"]);
    expect(() => readLedger(ledger)).toThrow(ReleaseError);
  });

  test("is empty where there is none", () => {
    expect(readLedger(path.join(temporaryFolder(), "none"))).toEqual([]);
  });

  test("is read through links, and refused where one leads nowhere", () => {
    const [ledger, elsewhere] = [twoEditions(), temporaryFolder()];
    renameSync(path.join(ledger, "second"), path.join(elsewhere, "second"));
    symlinkSync(path.join(elsewhere, "second"), path.join(ledger, "second"));
    expect(readLedger(ledger).map(nameOf).at(-1)).toBe("second");
    renameSync(path.join(elsewhere, "second"), path.join(elsewhere, "moved"));
    expect(() => readLedger(ledger)).toThrow(/second: this belongs to the ledger .*\(ENOENT\)\. Mount/);
  });

  test("is refused where a release stands in the place of another edition's", () => {
    const ledger = twoEditions();
    keep(ledger, counting("third", 12), "second/release.json");
    expect(() => readLedger(ledger)).toThrow("this is the release of third, in the place of that of second");
  });
});

test("the first ledger that has a release of an edition gives it", () => {
  const [trial, ledger] = [temporaryFolder(), twoEditions()];
  const own = keep(trial, counting("first", 31));
  expect(findRelease("first", [trial, ledger])).toBe(own);
  expect(findRelease("second", [trial, ledger])).toBe(path.join(ledger, "second/release.json"));
  expect(findRelease("third", [trial, ledger])).toBeUndefined();
});

test("an edition is made up where every release of it says so, replaced ones too; what cannot be read may be real", () => {
  const ledger = twoEditions();
  expect(isMadeUp(ledger, "first")).toBe(true);
  keep(ledger, counting("first", 9, false), "first/replaced/3.json");
  expect(isMadeUp(ledger, "first")).toBe(false);
  writeFileSync(path.join(ledger, "second/release.json"), "{");
  expect(isMadeUp(ledger, "second")).toBe(false);
});

test("a release is published from its day on, never where it names none, and for good once it was replaced", () => {
  const release = tinyRelease(counting("first", 30));
  expect(["2008-12-31", "2009-01-01", "2009-01-02"].map((day) => isPublished(release, day))).toEqual([
    false,
    true,
    true,
  ]);
  const {published, ...undated} = release.edition;
  expect(published).toBe("2009-01-01");
  expect(isPublished({edition: undated}, "2099-01-01")).toBe(false);
  expect(isPublished({...release, number: 1}, "2008-12-31")).toBe(true);
});

test("two releases say the same where every cell does, whatever their titles, and not under other rules", () => {
  const release = tinyRelease(counting("first", 30));
  const {edition, disclosure} = release;
  expect(saysTheSame(release, {...release, edition: {...edition, title: "Another", published: "2010-01-01"}})).toBe(
    true,
  );
  expect(saysTheSame(release, tinyRelease(counting("first", 29)))).toBe(false);
  const stricter = {...disclosure, policy: {...disclosure.policy, threshold: 10}};
  expect(saysTheSame(release, {...release, disclosure: stricter})).toBe(false);
});
