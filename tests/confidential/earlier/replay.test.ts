import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {auditRelease} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {runs} from "../../invariants/runs.ts";
import {placesOf, policyWith, releaseBeside, type Counts} from "./smallEditions.ts";
import {exactlyKnown} from "./tellApart.ts";

const line = fc.array(fc.oneof(fc.integer({min: 0, max: 4}), fc.integer({min: 0, max: 9})), {
  minLength: 3,
  maxLength: 3,
});

const histories = fc
  .record({
    rows: fc.array(line, {minLength: 2, maxLength: 3}),
    columns: fc.integer({min: 2, max: 3}),
    asked: fc.array(fc.array(fc.integer({min: 0, max: 9}), {minLength: 16, maxLength: 16}), {
      minLength: 2,
      maxLength: 3,
    }),
    groupNeeds: fc.constantFrom(1, 7),
  })
  .map(({rows, columns, asked, groupNeeds}) => {
    const counts: Counts = rows.map((row) => row.slice(0, columns));
    const places = placesOf(counts);
    return {counts, groupNeeds, editions: asked.map((wish) => places.filter((_, index) => (wish[index] ?? 0) < 7))};
  });

interface History {
  readonly counts: Counts;
  readonly editions: readonly (readonly string[])[];
  readonly groupNeeds: number;
}

/** Releases the editions one after the other; one that cannot be made safe is not published. */
async function replay({counts, editions, groupNeeds}: History): Promise<readonly Release[]> {
  const published: Release[] = [];
  const policy = policyWith(groupNeeds);
  for (const [year, asked] of editions.entries()) {
    const release = await releaseBeside({id: `${2009 + year}-01-01`, counts, asked, published, policy});
    if (release !== undefined) published.push(release);
  }
  return published;
}

test("no sequence of editions gives a small count away, whatever each of them asks", {timeout: 600_000}, async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const releases = await replay(history);
      published += releases.length > 1 ? 1 : 0;
      expect(exactlyKnown(history.counts, releases)).toEqual([]);
    }),
    {numRuns: runs({usual: 15, long: 2000})},
  );
  expect(published).toBeGreaterThan(runs({usual: 4, long: 600}));
});

test("the auditor finds nothing in them either, and nothing printed before is withheld", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const releases = await replay(history);
      const [last, ...earlier] = releases.toReversed();
      fc.pre(last !== undefined);
      const {report} = await auditRelease(last, {earlier});
      expect(report).toMatchObject({givenAway: [], contradiction: [], printedBefore: []});
    }),
    {numRuns: runs({usual: 8, long: 500})},
  );
});

describe("a second edition that asks what the first withholds for another's sake", () => {
  const counts = [[3, 9, 8]];
  const parts = ["column=c0", "column=c1", "column=c2"];
  const second = {id: "2010-01-01", counts, asked: parts.slice(1)};
  const first = () => releaseBeside({id: "2009-01-01", counts, asked: ["", ...parts], published: []});

  test("gives the small count away where it is judged by itself", async () => {
    const releases = [await first(), await releaseBeside({...second, published: []})].flatMap((one) => one ?? []);
    expect(releases).toHaveLength(2);
    expect(exactlyKnown(counts, releases)).toEqual(["column=c0"]);
  });

  test("goes on withholding it where the first is known", async () => {
    const known = await first();
    expect(known).toBeDefined();
    const release = await releaseBeside({...second, published: [known!]});
    expect(release?.cells.map(({address, cell}) => [address.at.column, cell.status])).toEqual(
      known!.cells
        .filter(({address}) => ["c1", "c2"].includes(address.at.column ?? ""))
        .map(({address, cell}) => [address.at.column, cell.status]),
    );
    expect(exactlyKnown(counts, [known!, release!])).toEqual([]);
  });
});
