import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {loadPublication, openProject} from "../../src/publication/index.ts";
import {readRelease} from "../../src/release/index.ts";
import {synthesise} from "../../src/synthetic/synthesise.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const edition = "national-summary-2009-10";
const file = `data/releases/${edition}/release.json`;
const release = readRelease(readFileSync(path.join(root, file), "utf8"), file);
const {facts, indicators} = loadPublication(openProject(root), edition);

/** Rows of the table of one outcome: the places that a release has of it. */
function placesOf(outcome: string): readonly string[] {
  const places = release.cells.flatMap(({address: {measure, at}}) =>
    measure === "share" && at[outcome] === "yes" && at.pilot !== undefined ? [at.pilot] : [],
  );
  return [...new Set(places)].filter((place) => place !== "not-stated");
}

test("every domain of outcomes has its indicator in every pilot area, and as many comparisons as the text says", () => {
  const outcomes = [...indicators.keys()];
  expect(outcomes).toEqual(["free", "work", "convicted", "improved"]);
  for (const outcome of outcomes) expect(placesOf(outcome)).toHaveLength(8);
  const comparisons = outcomes.flatMap(placesOf).length;
  expect(facts.comparisons?.text).toBe(String(comparisons));
  // "one or two", at the 5% that intervals of 95% leave to chance
  expect(0.05 * comparisons).toBeGreaterThan(1);
  expect(0.05 * comparisons).toBeLessThan(2);
});

test("of the outcomes nothing had to be withheld, and elsewhere only who is of no known substance", () => {
  const withheld = release.cells.filter(({cell}) => cell.status === "suppressed").map(({address: {at}}) => at);
  expect(withheld.length).toBeGreaterThan(0);
  expect(withheld.filter(({substance}) => substance !== "not-stated")).toEqual([]);
});

test("the people of the pilot areas are made again from their margins, byte for byte", () => {
  const out = mkdtempSync(path.join(tmpdir(), "pilots-"));
  synthesise({project: openProject(root), margins: "recovery-pilots-2009-10", out});
  const bytes = (of: string) => readFileSync(path.join(of, "outcomes.csv"), "utf8");
  expect(bytes(out)).toBe(bytes(path.join(root, "data/synthetic/recovery-pilots-2009-10")));
});
