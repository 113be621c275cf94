import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {auditRelease, checkCertificate, DisclosureError} from "../../src/audit/index.ts";
import {cellKey, restsOn, type Coordinates} from "../../src/publication/index.ts";
import type {ReleaseContent} from "../../src/release/index.ts";
import {groupsOf} from "./groupsOf.ts";
import {
  allPeople,
  countAt,
  publish,
  randomPublications,
  releaseOf,
  type RandomPublication,
} from "./randomPublication.ts";
import {runs} from "./runs.ts";

/** The published cells of a publication; cases that can be protected in no way are put aside. */
async function published(publication: RandomPublication): Promise<ReleaseContent["cells"]> {
  const cells = await publish(publication).catch((error: unknown) => {
    if (error instanceof DisclosureError) return undefined;
    throw error;
  });
  fc.pre(cells !== undefined);
  return cells;
}

const many = randomPublications(60);
const few = {numRuns: runs({usual: 60, long: 2_000})};

describe("a publication of linked tables", () => {
  test("withstands the attack on all of it at once, and its certificate re-checks", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (publication) => {
        const release = releaseOf(await published(publication), publication);
        const {report, certificate} = await auditRelease(release);
        expect(report).toMatchObject({passes: true, givenAway: [], undecided: []});
        expect(report.contradiction, "the true table is not possible").toEqual([]);
        expect(checkCertificate([release], certificate)).toMatchObject({holds: true, faults: []});
      }),
      few,
    );
  });

  test("prints the truth or nothing, and no count from 1 to 4 in or beside any cell", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (publication) => {
        for (const {address, cell} of await published(publication)) {
          if (cell.status !== "published" || !("at" in address)) continue;
          const count = countAt(publication.people, address.at);
          expect(address.measure === "count" ? cell.value : cell.count).toBe(count);
          expect([count, cell.of ?? 0].filter((one) => one >= 1 && one <= 4)).toEqual([]);
        }
      }),
      few,
    );
  });

  test("prints nothing of the breakdown of a small group, zeros neither, and marks all of it alike", async () => {
    let groups = 0;
    await fc.assert(
      fc.asyncProperty(many, async (publication) => {
        const {people, tables, groupNeeds} = publication;
        const isSmall = (at: Coordinates): boolean => countAt(people, at) >= 1 && countAt(people, at) < groupNeeds;
        for (const {address, cell} of await published(publication)) {
          if (address.measure !== "count" || !groupsOf(address.at, tables).some(isSmall)) continue;
          groups += 1;
          expect(cell, cellKey(address)).toEqual({status: "suppressed"});
        }
      }),
      few,
    );
    expect(groups).toBeGreaterThan(100);
  });

  test("goes on printing the counts that are neither unsafe nor of a small group, but for others' sake", async () => {
    const people = Array.from({length: 40}, (_, index) => allPeople[(index * 7) % allPeople.length]!);
    const cells = await publish({people, tables: [["sex"], ["area"]], shares: false, zeros: "shown", groupNeeds: 10});
    expect(cells.map(({cell}) => cell.status)).not.toContain("suppressed");
  });

  test("gives every cell one fate: a share stands exactly where both of its counts do", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (publication) => {
        const cells = await published(publication);
        const fates = new Map(cells.map(({address, cell}) => [cellKey(address), cell.status]));
        expect(fates.size).toBe(cells.length);
        for (const {address, cell} of cells.filter(({address}) => address.measure === "share")) {
          const isWithheld = restsOn(address).some((count) => fates.get(cellKey(count)) !== "published");
          expect(cell.status === "suppressed").toBe(isWithheld);
        }
      }),
      few,
    );
  });

  test("is the same when made again, in whatever order its tables are asked, and however often", async () => {
    const sorted = (cells: ReleaseContent["cells"]): string =>
      cells
        .map(({address, cell}) => `${cellKey(address)} ${JSON.stringify(cell)}`)
        .sort()
        .join("\n");
    await fc.assert(
      fc.asyncProperty(many, async (publication) => {
        const {tables, people} = publication;
        const cells = await published(publication);
        expect(JSON.stringify(await publish(publication))).toBe(JSON.stringify(cells));
        const turned = {tables: [...tables, ...tables].toReversed(), people: people.toReversed()};
        expect(sorted(await publish({...publication, ...turned}))).toBe(sorted(cells));
      }),
      few,
    );
  });
});

test("a publication of nobody prints zeros or nothing", async () => {
  const tables = [[], ["sex"], ["sex", "drugs"], ["area", "group"]];
  const publication = {people: [], tables, shares: true, groupNeeds: 10};
  for (const zeros of ["shown", "hidden"] as const) {
    const cells = await publish({...publication, zeros});
    const values = cells.flatMap(({cell}) => (cell.status === "published" ? [cell.value] : []));
    expect(values.filter((value) => value !== 0)).toEqual([]);
    expect(values.length > 0).toBe(zeros === "shown");
  }
});
