import {readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {sha256} from "../../src/release/index.ts";
import {extract, form} from "../confidential/sources/files/smallProject.ts";
import {kept, ledgerProject, run, writeEdition, type SmallEdition} from "./ledgerProject.ts";

const asks = [
  "count clients",
  "count clients drug=heroin",
  "count clients drug=cannabis",
  "count clients drug=old-drug",
] as const;

const files = {
  release: "data/releases/first/release.json",
  signOff: "data/extracts/sign-off/first/sign-off.json",
  people: "data/extracts/sign-off/first/people.json",
} as const;

type Texts = Readonly<Record<keyof typeof files, string>>;

const accepted = "its proof was at hand, and was counted again";

let root = "";

/** A draft: what takes its place is not proved beside it. */
const draft: SmallEdition = {asks, report: {published: undefined}};

function texts(): Texts {
  return {release: read("release"), signOff: read("signOff"), people: read("people")};
}

function read(name: keyof typeof files): string {
  return readFileSync(path.join(root, files[name]), "utf8");
}

/** Puts texts in place, each naming the other two as they now are, as somebody would who wants them to be taken. */
function forge({release, signOff, people}: Texts): void {
  const named = release.replace(/"certificate": "\w+"/, `"certificate": "${sha256(people)}"`);
  const signed = signOff.replace(/"release": "\w+"/, `"release": "${sha256(named)}"`);
  writeFileSync(path.join(root, files.release), named);
  writeFileSync(path.join(root, files.people), people);
  writeFileSync(path.join(root, files.signOff), signed);
}

/** What a release of the edition tells the analyst: what it prints, and its log. */
async function release(...options: readonly string[]): Promise<string> {
  const {exitCode, output, errors} = await run(root, "release", "first", ...options);
  expect({exitCode, errors}).toEqual({exitCode: 0, errors: ""});
  const log = readFileSync(path.join(root, "data/extracts/sign-off/first/extracts.log"), "utf8");
  expect(output).not.toContain(accepted);
  return log;
}

function changed(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  return after;
}

beforeEach(async () => {
  root = ledgerProject();
  writeEdition(root, "first", draft);
  expect(await release()).not.toContain(accepted);
});

describe("the proof at hand of a release that comes out again", () => {
  test("is counted again and serves on, and nothing that is written changes", async () => {
    const before = texts();
    expect(await release()).toContain(accepted);
    expect(texts()).toEqual(before);
  });

  test("serves on where the release was published, which stays the only one", async () => {
    writeEdition(root, "first", {asks});
    await release();
    expect(await release()).toContain(accepted);
    expect(kept(root, "first")).toEqual(["release.json"]);
  });

  test.each([
    ["the policy rounds", "{method: round, base: 5}"],
    ["its marks are of two kinds", "{zeros: shown, mark: {small: c, further: k}}"],
  ])("serves on where %s", async (_, policy) => {
    writeEdition(root, "first", {...draft, policy});
    expect(await release()).not.toContain(accepted);
    expect(await release()).toContain(accepted);
  });

  test("does not serve where all is to be made afresh", async () => {
    const before = texts();
    expect(await release("--afresh")).not.toContain(accepted);
    expect(texts()).toEqual(before);
  });
});

describe("all is proved anew, and comes out as it was,", () => {
  const altered: Readonly<Record<string, (made: Texts) => Texts>> = {
    "without any population": (made) => {
      const people = JSON.parse(made.people) as object;
      return {...made, people: `${JSON.stringify({...people, witnesses: []})}\n`};
    },
    "with an answer of its base exchanged": (made) => {
      const people = JSON.parse(made.people) as {base: string[][]};
      const [[first = "", ...others] = [], ...sources] = people.base;
      const base = [[first.split(" ").reverse().join(" "), ...others], ...sources];
      expect(base).not.toEqual(people.base);
      return {...made, people: `${JSON.stringify({...people, base})}\n`};
    },
    "with a certificate that other extracts made": (made) => ({
      ...made,
      people: changed(made.people, /"salt":"\w/, '"salt":"x'),
    }),
    "with definitions that rule other records out": (made) => ({
      ...made,
      people: changed(made.people, '"impossible":[]', '"impossible":[{"columns":[0],"values":[[0]]}]'),
    }),
    "with a number of the release changed": (made) => ({
      ...made,
      release: changed(made.release, '"value":20', '"value":21'),
    }),
    "with a withheld cell printed": (made) => ({
      ...made,
      release: changed(
        made.release,
        /(drug":"heroin".*)\{"status":"suppressed"[^}]*\}/,
        '$1{"status":"published","value":3}',
      ),
    }),
    "with a cell printed that the sign-off no longer withholds": (made) => ({
      ...made,
      release: changed(
        made.release,
        /(drug":"old-drug".*)\{"status":"suppressed"[^}]*\}/,
        '$1{"status":"published","value":8}',
      ),
      signOff: changed(made.signOff, /"others": \{[^}]*\}/, '"others": {}'),
    }),
    "with an unsafe count that the sign-off calls safe": (made) => ({
      ...made,
      signOff: changed(made.signOff, /"primaries": \[[^\]]*\]/, '"primaries": []'),
    }),
    "with the sign-off of another edition": (made) => ({
      ...made,
      signOff: changed(made.signOff, '"edition": "first"', '"edition": "second"'),
    }),
    "with the sign-off of an earlier version": (made) => ({
      ...made,
      signOff: changed(made.signOff, /\n "givenUp": \[\],/, ""),
    }),
    "with the certificate of an earlier version": (made) => ({
      ...made,
      people: changed(made.people, "smallprint-people/2", "smallprint-people/1"),
    }),
    "with what is no certificate": (made) => ({...made, people: "{"}),
    "with what is no sign-off": (made) => ({...made, signOff: "{"}),
  };

  test.each(Object.entries(altered))("%s", async (_, alter) => {
    const made = texts();
    forge(alter(made));
    expect(texts()).not.toEqual(made);
    expect(await release()).not.toContain(accepted);
    expect(texts()).toEqual(made);
  });

  test.each(["release", "people", "signOff"] as const)("with no %s at hand", async (name) => {
    const made = texts();
    rmSync(path.join(root, files[name]));
    expect(await release()).not.toContain(accepted);
    expect(texts()).toEqual(made);
  });

  test("with a sign-off that says of which release it is, and is of another", async () => {
    const made = texts();
    writeFileSync(path.join(root, files.signOff), changed(made.signOff, /"release": "\w/, '"release": "x'));
    expect(await release()).not.toContain(accepted);
    expect(texts()).toEqual(made);
  });
});

describe("all is proved anew where", () => {
  test("the report asks more", async () => {
    writeEdition(root, "first", {...draft, asks: [...asks, "share clients drug=cannabis"]});
    expect(await release()).not.toContain(accepted);
  });

  test("the policy is another", async () => {
    writeEdition(root, "first", {...draft, policy: "{zeros: shown, threshold: 4}"});
    expect(await release()).not.toContain(accepted);
  });

  test("the records are other people with the same answers", async () => {
    const before = read("release");
    writeEdition(root, "first", draft);
    expect(await release()).not.toContain(accepted);
    expect(read("release")).not.toBe(before);
  });

  test("a record has another answer to what is asked", async () => {
    const file = path.join(root, "data/extracts/first.csv");
    const extra = form({CLIENT: "CANARY-new", DRUG1: "C", SEEN: "10/05/2007", TRIAGED: "10/05/2007"});
    writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n${extract(extra).split("\n")[1] ?? ""}\n`);
    expect(await release()).not.toContain(accepted);
    expect(read("release")).toContain('"value":21');
  });

  test("an edition of the same people was published that is reckoned with", async () => {
    writeEdition(root, "other", {asks: asks.slice(0, 2), report: {published: "2008-11-30"}});
    const own = readFileSync(path.join(root, "data/extracts/first.csv"), "utf8");
    writeFileSync(path.join(root, "data/extracts/other.csv"), own);
    expect(await run(root, "release", "other")).toMatchObject({exitCode: 0});
    expect(await release()).not.toContain(accepted);
    expect(await release()).toContain(accepted);
    rmSync(path.join(root, "data/releases/other"), {recursive: true});
    expect(await release()).not.toContain(accepted);
  });
});
