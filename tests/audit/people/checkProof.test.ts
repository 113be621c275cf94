import {describe, expect, test} from "vitest";
import {
  checkProof,
  describeGuarantee,
  DisclosureError,
  readCertificate,
  writeCertificate,
  type PeopleCertificate,
  type PeopleProof,
} from "../../../src/audit/index.ts";
import {sha256, type Release} from "../../../src/release/index.ts";
import {tinyRelease, type Shown} from "../tinyRelease.ts";
import {alike, smallCertificate, type SmallPeople} from "./smallPeople.ts";

const small: SmallPeople = {
  columns: {sex: ["women", "men"], area: ["kent", "surrey"]},
  rows: [...alike(3, "women kent"), ...alike(7, "men kent"), ...alike(10, "men surrey")],
};
const counts: Readonly<Record<string, Shown>> = {
  "": 20,
  "area=kent": 10,
  "area=surrey": 10,
  "sex=women": "c",
  "sex=men": "c",
};
const variables = {sex: ["women", "men"], area: ["kent", "surrey"]};
const exact = {level: "exact"} as const;
const release = tinyRelease({variables, counts, policy: exact});
const sound = smallCertificate(small, [{changes: [[3, 0, 0]]}]);
const signed = {primaries: ["count people [sex=women]"], byChoice: [], tooFew: []};

function proved(certificate: PeopleCertificate, earlier: readonly Release[] = [], of = release): PeopleProof {
  return checkProof(of, {certificate, signed, earlier});
}

/** The certificate with a further edition that is counted as the first. */
function besides(name: string): PeopleCertificate {
  const [first] = sound.definitions.editions;
  return {...sound, definitions: {...sound.definitions, editions: [first!, {...first!, name}]}};
}

function earlier(id: string, shown: Readonly<Record<string, Shown>>, period?: Release["edition"]["period"]): Release {
  return tinyRelease({variables, counts: shown, policy: exact, edition: {id, ...(period && {period})}});
}

describe("a certificate at hand", () => {
  test("proves the release that it was made with", () => {
    expect(proved(sound)).toMatchObject({populations: 2, narrow: [], known: [], unsafe: 1, together: [], apart: []});
  });

  test("is counted with the earlier release that it names, of those that the ledger has of that edition", () => {
    const revised = {...earlier("old", {"area=kent": 12}), number: 1};
    const {together, apart} = proved(besides("old"), [revised, earlier("old", {"area=kent": 10})]);
    expect(together).toEqual(["old"]);
    expect(apart).toEqual([{name: "old (release 1)", why: expect.stringContaining("no few corrections") as string}]);
  });

  test("is refused where the ledger lacks a release that it names", () => {
    expect(() => proved(besides("old"), [earlier("new", {"area=kent": 10})])).toThrow("has no release of old");
  });

  test("is refused where it leaves a count open", () => {
    expect(() => proved(smallCertificate(small, []))).toThrow(DisclosureError);
    expect(() => proved(smallCertificate(small, []))).toThrow("one and the same count of count people [sex=women]");
  });

  test("tells of a count that an earlier release printed, and does not fail for it", () => {
    const women = {columns: {sex: ["women", "men"]}, rows: [...alike(3, "women"), ...alike(17, "men")]};
    const alone = smallCertificate(women, []);
    const [first] = alone.definitions.editions;
    const certificate = {...alone, definitions: {...alone.definitions, editions: [first!, {...first!, name: "old"}]}};
    const only = {sex: ["women", "men"]};
    const now = tinyRelease({variables: only, counts: {"": 20, "sex=women": "c"}});
    const printed = tinyRelease({
      variables: only,
      counts: {"": 20, "sex=women": 3, "sex=men": 17},
      edition: {id: "old"},
    });
    expect(proved(certificate, [printed], now).known).toContain("count people [] and count people [sex=women]");
  });

  test("names the releases that it leaves out with the reason, but none that says the same", () => {
    const other = {from: "2006-04-01", to: "2007-03-31", label: "2006/07", text: "2006/07"};
    const {apart} = proved(sound, [earlier("before", {"area=kent": 9}, other), release]);
    expect(apart).toEqual([{name: "before", why: expect.stringContaining("another period") as string}]);
  });
});

describe("a certificate in a file", () => {
  const text = writeCertificate(sound);

  test("is read where its hash is the one that the release names", () => {
    expect(readCertificate({file: "people.json", text}, sha256(text))).toEqual(sound);
  });

  test("is refused where a single character was altered", () => {
    const altered = text.replace("0x3 1x17", "0x4 1x16");
    expect(altered).not.toBe(text);
    expect(() => readCertificate({file: "people.json", text: altered}, sha256(text))).toThrow("its hash is another");
  });

  test("is refused where it is no certificate, by name and without its text", () => {
    expect(() => readCertificate({file: "people.json", text: "{"}, sha256("{"))).toThrow(
      "people.json: this is no certificate on people of this version. Make the release again where the extracts are.",
    );
  });
});

describe("the guarantee in words", () => {
  const told = (words = {}, of = release): string =>
    describeGuarantee(of, proved(sound, [], of), {showConfidential: false, isShort: false, ...words});

  test("says what is proved, against whom, beside what, and what is not covered", () => {
    for (const part of ["2 populations of made-up records", "asks two values", "Against whom", "Proved together with: no other release.", "Not covered", "how probable"])
      expect(told()).toContain(part); // prettier-ignore
  });

  test("tells how many counts are small only where it is asked for", () => {
    expect(told()).toContain("every count of 1 to 4 behind a mark");
    expect(told({showConfidential: true})).toContain("every count of 1 to 4 (1) behind a mark");
  });

  test("does not promise what the policy leaves out", () => {
    const reported = tinyRelease({variables, counts, policy: {...exact, remainders: "reported"}});
    expect(told()).toContain("leaves over");
    expect(told({}, reported)).not.toContain("leaves over");
  });

  test("says without a certificate that only the release was attacked", () => {
    const words = describeGuarantee(release, undefined, {showConfidential: false, isShort: false});
    expect(words).toContain("Only the attack on the release alone was made.");
    expect(words).toContain("names no certificate");
  });

  test("promises nothing of people where none are counted", () => {
    const figures = {...release, vocabulary: {...release.vocabulary, populations: []}};
    const words = describeGuarantee(figures, proved(sound, []), {showConfidential: false, isShort: true});
    expect(words).toMatch(/^Proof on people: nothing to prove\. [^\n]+\n$/);
  });
});
