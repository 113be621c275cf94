import {expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {noticesOf, sayDraft, watermarksOf} from "../../../src/site/views/noticesOf.ts";
import {releases} from "../prose/smallReport.ts";

const held = releases.get("this")!;

function headings(synthetic: boolean, stage: Release["disclosure"]["stage"]): readonly string[] {
  const release = {
    ...held,
    provenance: {...held.provenance, synthetic},
    disclosure: {...held.disclosure, stage},
  } as Release;
  return noticesOf(new Map([["this", release]])).map(({heading}) => heading);
}

test("a report on made-up records says so before anything else", () => {
  expect(headings(true, "audited")).toEqual(["Synthetic data"]);
});

test.each([
  ["primary suppression only", "Draft: primary suppression only"],
  ["suppressed, not audited", "Draft: not audited"],
] as const)("a report whose release is %s is a draft", (stage, heading) => {
  expect(headings(false, stage)).toEqual([heading]);
});

test("a report without a day of publication is a draft before it is anything else, and no other is", () => {
  const {published, ...edition} = held.edition;
  expect(published).toBeDefined();
  const audited = {...held, disclosure: {...held.disclosure, stage: "audited"}} as Release;
  const notices = noticesOf(new Map([["this", {...audited, edition}]]));
  expect(notices.map(({heading}) => heading)).toEqual(["Draft: not published", "Synthetic data"]);
  expect(sayDraft(notices)).toBe(true);
  expect(sayDraft(noticesOf(new Map([["this", audited]])))).toBe(false);
});

test("what is made up or a draft stands across every printed page, and what a reader need only know does not", () => {
  const audited = {...held, disclosure: {...held.disclosure, stage: "audited"}} as Release;
  const ofFigures = {
    ...audited,
    provenance: {...held.provenance, synthetic: false},
    vocabulary: {...held.vocabulary, populations: []},
  } as Release;
  const notices = noticesOf(new Map([["this", ofFigures]]));
  expect(notices.map(({heading}) => heading)).toEqual(["Real, published figures"]);
  expect(watermarksOf(notices)).toEqual([]);
  expect(watermarksOf(noticesOf(new Map([["this", audited]])))).toEqual(["Synthetic data"]);
});

test("a report on real records whose release is audited needs no notice", () => {
  expect(headings(false, "audited")).toEqual([]);
});

/** A report on two references and no records, some of which are made up. */
function ofReferences(madeUp: readonly string[], synthetic = false): Release {
  const [reference] = held.vocabulary.references;
  const references = ["one", "other"].map((title) => ({
    ...reference!,
    ...{name: title, title, source: "A survey"},
    ...(madeUp.includes(title) && ({synthetic: true} as const)),
  }));
  const audited = {...held, disclosure: {...held.disclosure, stage: "audited"}} as Release;
  const populations = synthetic ? held.vocabulary.populations : [];
  return {
    ...audited,
    provenance: {...held.provenance, synthetic},
    vocabulary: {...held.vocabulary, populations, references},
  };
}

test.each([
  {what: "all made up", madeUp: ["one", "other"], headings: ["Synthetic data"], marks: ["Synthetic data"]},
  {
    what: "partly made up",
    madeUp: ["other"],
    headings: ["Partly synthetic data", "Real, published figures"],
    marks: ["Partly synthetic data"],
  },
  {what: "real", madeUp: [], headings: ["Real, published figures"], marks: []},
])("figures from elsewhere that are $what say so on every page", ({madeUp, headings, marks}) => {
  const notices = noticesOf(new Map([["this", ofReferences(madeUp)]]));
  expect(notices.map(({heading}) => heading)).toEqual(headings);
  expect(watermarksOf(notices)).toEqual(marks);
});

test("a report names the made-up figures, and calls all others real", () => {
  const [made, real] = noticesOf(new Map([["this", ofReferences(["other"])]]));
  expect(made!.words).toMatch(/“other”/);
  expect(made!.words).not.toMatch(/“one”/);
  expect(real!.words).toMatch(/^All other numbers are real/);
});

test("made-up figures beside made-up records stand in one notice", () => {
  const [made, ...others] = noticesOf(new Map([["this", ofReferences(["other"], true)]]));
  expect(made?.heading).toBe("Synthetic data");
  expect(made?.words).toMatch(/^Every record .*“other”/);
  expect(others).toEqual([]);
});
