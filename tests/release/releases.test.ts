import {describe, expect, test} from "vitest";
import {parseQuery, type Publication} from "../../src/publication/index.ts";
import {askCell, askCells, releaseFor, releasesOf, type Release} from "../../src/release/index.ts";
import {earlierEdition, sampleRelease} from "../site/sample/sampleReleases.ts";

const asks = "share community sex=male within area-of-contact";
const [now, before] = [sampleRelease([asks]), sampleRelease([asks], earlierEdition)];
const byId = new Map([now, before].map((release) => [release.edition.id, release]));

/** A publication of the present edition whose text asks these queries. */
function publicationAsking(queries: readonly string[], compareWith?: string): Publication {
  const report = {id: now.edition.id, ...(compareWith !== undefined && {compareWith})};
  return {report, plan: queries.map((text) => parseQuery(text))} as unknown as Publication;
}

describe("the releases of a report", () => {
  test("are the same edition's under each of its names, and each is read once", () => {
    const read: string[] = [];
    const ids = [now.edition.id, before.edition.id];
    const named = [`count community in ${ids[0]!}`, `count community in ${ids[1]!}`, "count community in previous"];
    const releases = releasesOf(publicationAsking(named, ids[1]), (id) => {
      read.push(id);
      return byId.get(id)!;
    });
    expect(read).toEqual(ids);
    expect([...releases].map(([name, release]) => [name, release.edition.id])).toEqual([
      ["this", ids[0]],
      [ids[0], ids[0]],
      ["previous", ids[1]],
      [ids[1], ids[1]],
    ]);
  });

  test("have none of an edition before where the report is compared with none", () => {
    const releases = releasesOf(publicationAsking(["count community in previous"]), (id) => byId.get(id)!);
    expect(() => releaseFor("previous", releases)).toThrow('the report asks "in previous"');
  });
});

describe("a release answers a query", () => {
  const query = parseQuery(asks);
  const releases = new Map<string, Release>([["this", now]]);

  test("with every cell that it names, each with the counts beside it", () => {
    const answers = now.answer(query);
    expect(answers.length).toBeGreaterThan(3);
    for (const {asked, cell, denominator} of answers) {
      expect(cell).toEqual(now.cell(asked.address));
      expect(denominator).toEqual(now.cell(asked.denominator!));
    }
    expect(askCells(query, releases)).toEqual(answers);
    expect(askCell(query, releases)).toEqual(answers[0]);
  });

  test("and a copy of it as itself", () => {
    const replaced = {...now, number: 1};
    expect(replaced.answer(query).every(({release}) => release === replaced)).toBe(true);
  });

  test("or says that it was not asked", () => {
    expect(() => now.answer(parseQuery("mean age community"))).toThrow("does not answer for");
    expect(() => now.answer(parseQuery("count nobody"))).toThrow("nobody");
  });
});
