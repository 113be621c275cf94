import {describe, expect, test} from "vitest";
import {checkPeople, type PeopleCertificate, type PeopleCheck} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {tinyRelease, type Shown, type TinyRelease} from "../tinyRelease.ts";
import {alike, smallCertificate, type SmallPeople} from "./smallPeople.ts";

const variables = {sex: ["women", "men"], area: ["kent", "surrey"]};
const small: SmallPeople = {
  columns: variables,
  rows: [...alike(3, "women kent"), ...alike(7, "men kent"), ...alike(10, "men surrey")],
};
const aWomanMore = {changes: [[3, 0, 0]]};
const noWomanOfKent = {changes: [[0, 1, 1, 1, 1, 1, 2, 1, 1, 17, 1, 0, 18, 1, 0, 19, 1, 0]]};

function saying(counts: Readonly<Record<string, Shown>>, policy: TinyRelease["policy"] = {}): Release {
  return tinyRelease({variables, counts, policy: {level: "exact", ...policy}});
}

/** Checks editions together, all of which count the same people. */
function check(
  releases: readonly Release[],
  witnesses: Parameters<typeof smallCertificate>[1],
  unsafe: readonly string[] = [],
): PeopleCheck {
  const certificate: PeopleCertificate = smallCertificate(small, witnesses);
  const [edition] = certificate.definitions.editions;
  const definitions = {...certificate.definitions, editions: releases.map(() => edition!)};
  return checkPeople(releases, {...certificate, definitions}, {unsafe: new Set(unsafe), tooFew: new Set()});
}

describe("together with an earlier edition", () => {
  const now = saying({"": 20});

  test("populations must give what that one printed", () => {
    const {holds, faults} = check([now, saying({"sex=men": 17})], [aWomanMore]);
    expect(holds).toBe(false);
    expect(faults).toContain("population 1 does not give what is published: count people [sex=men]");
  });

  test("every small mark of it must be hidden, whatever was signed off since", () => {
    const before = saying({"sex=women": "c"});
    const open = "count people [sex=women] in an earlier edition";
    expect(check([now, before], []).open).toContain(open);
    expect(check([now, before], [aWomanMore, noWomanOfKent])).toMatchObject({holds: true, open: []});
  });

  test("two answers that only both editions name together make a group", () => {
    const {open} = check([saying({"area=kent": 10}), saying({"sex=men": 17})], []);
    expect(open).toContain("people [sex=women, area=kent]");
  });

  test("definitions must say how it is counted", () => {
    const certificate = smallCertificate(small, []);
    const signed = {unsafe: new Set<string>(), tooFew: new Set<string>()};
    expect(checkPeople([now, now], certificate, signed).faults).toEqual(["the definitions lack the edition tiny"]);
  });
});

describe("where counts are rounded", () => {
  const rounded = {method: "round", base: 5, within: 4} as const;
  const women = "count people [sex=women]";

  test("an unsafe count must have several values behind its multiple", () => {
    const release = saying({"": 20, "sex=women": 5}, rounded);
    expect(check([release], [], [women])).toMatchObject({holds: false});
    expect(check([release], [], [women]).open).toContain(women);
    expect(check([release], [aWomanMore, noWomanOfKent], [women])).toMatchObject({holds: true, open: []});
  });

  test("a population is refused that is a whole multiple away", () => {
    const five = saying({"": 20, "sex=women": 5}, rounded);
    const toTen = {changes: [[3, 4, 5, 6, 7, 8, 9].flatMap((row) => [row, 0, 0])]};
    expect(check([five], [toTen], [women]).faults).toEqual([`population 1 does not give what is published: ${women}`]);
  });
});

describe("under two marks", () => {
  const two = {mark: {small: "*", further: "†"}} as const;

  test("a population in which a small count is not small is refused", () => {
    const release = saying({"": 20, "sex=women": "*", "sex=men": "†"}, two);
    const threeMore = {changes: [[3, 4].flatMap((row) => [row, 0, 0])]};
    expect(check([release], [threeMore]).faults).toEqual([
      "population 1 does not give what is published: count people [sex=women]",
    ]);
    expect(check([release], [aWomanMore]).faults).toEqual([]);
  });
});
