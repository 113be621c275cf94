import {expect, test} from "vitest";
import {auditRelease} from "../../src/audit/index.ts";
import {tinyRelease, type Shown} from "../audit/tinyRelease.ts";

const variables = {area: ["kent", "surrey"], home: ["kent", "surrey", "medway", "elsewhere"]};

/** Of 175 people seen in Kent, 171 live there; where the other four live carries marks, two of them small. */
const counts: Record<string, Shown> = {
  "area=kent": 175,
  "area=kent,home=kent": 171,
  "area=kent,home=surrey": "c",
  "area=kent,home=medway": "c",
  "area=kent,home=elsewhere": 0,
  "area=surrey,home=kent": 20,
  "area=surrey,home=surrey": 60,
  "area=surrey,home=medway": 30,
  "area=surrey,home=elsewhere": 15,
};

async function derivable(remainders: "protected" | "reported" | undefined, shown = counts) {
  const release = tinyRelease({variables, counts: shown, policy: remainders === undefined ? {} : {remainders}});
  const {report} = await auditRelease(release);
  return {passes: report.passes, derivable: report.derivable.map(({key, possible}) => [key, possible])};
}

test("four of 175 are known to live elsewhere, although each place has a mark", async () => {
  const key = "count people [area=kent,home=surrey] or count people [area=kent,home=medway]";
  expect(await derivable("protected")).toEqual({passes: false, derivable: [[key, [4]]]});
});

test("a policy that only reports remainders lets it go, and so do older releases", async () => {
  expect(await derivable("reported")).toMatchObject({passes: true});
  expect(await derivable(undefined)).toMatchObject({passes: true});
});

test("five left over are nobody's secret", async () => {
  expect(await derivable("protected", {...counts, "area=kent": 176})).toEqual({passes: true, derivable: []});
});

test("what no page shows must not be left over under either", async () => {
  const unseen = Object.fromEntries(Object.entries(counts).filter(([, shown]) => shown !== "c"));
  expect([await derivable("protected", unseen), await derivable("reported", unseen)]).toMatchObject([
    {passes: false},
    {passes: false},
  ]);
});
