import {describe, expect, test} from "vitest";
import {importsOf, readSourceFiles, type SourceFile} from "./sourceFiles.ts";

const mayImport: Readonly<Record<string, readonly string[]>> = {
  files: [],
  solver: [],
  intake: [],
  measures: [],
  publication: ["intake", "measures"],
  release: ["measures", "publication"],
  audit: ["files", "measures", "publication", "release", "solver"],
  confidential: ["files", "measures", "publication", "release", "audit", "solver", "intake"],
  synthetic: ["files", "publication", "confidential", "intake"],
  site: ["files", "measures", "publication", "release"],
  cli: ["files", "measures", "audit", "confidential", "synthetic", "site", "publication", "release", "intake"],
};

/** The rooms of a zone, the lowest first: none looks up. Files beside the rooms, such as a zone's index, may see all. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  publication: [
    ...["source", "project", "period", "query", "policy", "document", "directive", "markdown", "chapter", "report"],
  ],
  release: ["statistics", "comparison", "ledger"],
  audit: ["confidential", "population", "tells", "model", "attack", "certificate", "people", "release", "site"],
  confidential: [
    ...[
      "dictionary",
      "sources",
      "mapping",
      "draft",
      "cells",
      "tabulate",
      "disclose",
      "earlier",
      "people",
      "provenance",
      "expect",
      "signOff",
    ],
  ],
  site: [
    ...["words", "tidy", "prose", "charts", "tables", "formats", "pdf", "edition", "views", "check"],
    ...["styles", "layouts", "components", "pages", "integration"],
  ],
  cli: ["check", "dossier", "init", "upgrade", "new", "commands"],
};

const zoneOf = (file: string): string => file.split("/")[1]!;
const roomOf = (file: string): string | undefined => file.split("/").slice(2, -1)[0];

interface Edge {
  readonly from: string;
  readonly to: string;
}

function edgesOf(files: readonly SourceFile[]): readonly Edge[] {
  return files.flatMap(({file, imports}) => imports.map((to) => ({from: file, to})));
}

function wrongZones(edges: readonly Edge[]): readonly Edge[] {
  return edges
    .filter(({from, to}) => zoneOf(from) !== zoneOf(to))
    .filter(({from, to}) => !mayImport[zoneOf(from)]?.includes(zoneOf(to)) || !to.endsWith("/index.ts"));
}

function wrongRooms(edges: readonly Edge[]): readonly Edge[] {
  return edges
    .filter(({from, to}) => zoneOf(from) === zoneOf(to))
    .filter(({from, to}) => {
      const order = rooms[zoneOf(from)] ?? [];
      const [room, other] = [roomOf(from), roomOf(to)];
      return room !== undefined && other !== undefined && order.indexOf(other) > order.indexOf(room);
    });
}

/** A cycle as the files on the way round, or nothing. */
function findCycle(edges: readonly Edge[]): readonly string[] {
  const next = Map.groupBy(edges, ({from}) => from);
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const {to} of next.get(file) ?? []) {
      const cycle = walk(to, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

const source = readSourceFiles("src");
const files = source.map(({file}) => file);
const edges = edgesOf(source);

describe("the source", () => {
  test("imports other zones only where it may, and only through their index", () => {
    expect(wrongZones(edges)).toEqual([]);
  });

  test("never looks from a lower room of a zone to a higher one", () => {
    expect(wrongRooms(edges)).toEqual([]);
  });

  test("has its rooms in order, each of them", () => {
    const unordered = files.filter((file) => !(rooms[zoneOf(file)] ?? []).includes(roomOf(file) ?? ""));
    expect(unordered.filter((file) => roomOf(file) !== undefined)).toEqual([]);
  });

  test("has no cycle of imports", () => {
    expect(findCycle(edges)).toEqual([]);
  });

  test("checks certificates without the solver", () => {
    const next = Map.groupBy(edges, ({from}) => from);
    const reached = new Set(["src/audit/certificate/checkCertificate.ts"]);
    for (const file of reached) for (const {to} of next.get(file) ?? []) reached.add(to);
    expect([...reached].filter((file) => file.startsWith("src/solver/"))).toEqual([]);
  });

  test("asks files for records by the contract of all sources alone", () => {
    const isFiles = (file: string): boolean => file.startsWith("src/confidential/sources/files/");
    // A draft looks at a file before there is a dictionary, as `init` does before there is a report.
    const isDraft = (file: string): boolean => file.startsWith("src/confidential/draft/");
    const knowing = edges.filter(({from, to}) => isFiles(to) && !isFiles(from) && !isDraft(from)).map(({from}) => from);
    // The index names the sources that there are.
    const named = ["src/confidential/index.ts", "src/confidential/mapping/suggestColumns.ts"];
    expect([...new Set(knowing)].toSorted()).toEqual(named);
  });

  test("makes people up in its own zone, which nothing knows but its command and the maker of projects", () => {
    const knowing = edges.filter(({from, to}) => zoneOf(to) === "synthetic" && zoneOf(from) !== "synthetic");
    expect(knowing.map(({from}) => from)).toEqual(["src/cli/commands/synthesise.ts", "src/cli/new/makeProject.ts"]);
  });

  test("is read whole: every zone has files, and they import one another", () => {
    const zones = new Set(edges.map(({from}) => zoneOf(from)));
    expect([...zones].toSorted()).toEqual(Object.keys(mayImport).toSorted());
  });
});

describe("the graph sees", () => {
  test.each([
    ["a static import", `import {x} from "../../confidential/index.ts";`],
    ["an import of types", `import type {X} from "../../confidential/tabulate/tabulation.ts";`],
    ["a dynamic import", `const x = await import("../../confidential/index.ts");`],
    ["an import for its effect", `import "../../confidential/index.ts";`],
    ["an import as text", `import text from "../../confidential/index.ts?raw";`],
    ["a glob", `const files = import.meta.glob("../../confidential/**/*.ts");`],
    ["a re-export", `export * from "../../confidential/index.ts";`],
  ])("%s from the site to the confidential zone", (_, text) => {
    const from = "src/site/pages/page.astro";
    expect(wrongZones(importsOf(from, text).map((to) => ({from, to})))).toHaveLength(1);
  });

  test("a way past another zone's index", () => {
    expect(wrongZones([{from: "src/site/a.ts", to: "src/release/schema.ts"}])).toHaveLength(1);
  });

  test.each([
    {from: "src/confidential/sources/files/a.ts", to: "src/confidential/disclose/b.ts"},
    {from: "src/site/views/a.ts", to: "src/site/integration/b.ts"},
  ])("a lower room that imports a higher one: $from", (edge) => {
    expect(wrongRooms([edge])).toEqual([edge]);
  });

  test("a cycle of three files", () => {
    const cycle = findCycle([
      {from: "a", to: "b"},
      {from: "b", to: "c"},
      {from: "c", to: "a"},
    ]);
    expect(cycle).toEqual(["a", "b", "c", "a"]);
  });
});
