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

const stages = ["dictionary", "sources", "mapping", "tabulate", "disclose"];

const zoneOf = (file: string): string => file.split("/")[1]!;
const stageOf = (file: string): number => stages.indexOf(file.split("/")[2]!);

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

function wrongStages(edges: readonly Edge[]): readonly Edge[] {
  return edges
    .filter(({from, to}) => zoneOf(from) === "confidential" && zoneOf(to) === "confidential")
    .filter(({from, to}) => stageOf(from) >= 0 && stageOf(to) > stageOf(from));
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

const edges = edgesOf(readSourceFiles("src"));

describe("the source", () => {
  test("imports other zones only where it may, and only through their index", () => {
    expect(wrongZones(edges)).toEqual([]);
  });

  test("never looks from an earlier stage of the confidential zone to a later one", () => {
    expect(wrongStages(edges)).toEqual([]);
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

  test("makes people up in its own zone, which nothing but its command knows", () => {
    const knowing = edges.filter(({from, to}) => zoneOf(to) === "synthetic" && zoneOf(from) !== "synthetic");
    expect(knowing.map(({from}) => from)).toEqual(["src/cli/commands/synthesise.ts"]);
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

  test("an earlier stage that imports a later one", () => {
    const edge = {from: "src/confidential/sources/files/a.ts", to: "src/confidential/disclose/b.ts"};
    expect(wrongStages([edge])).toEqual([edge]);
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
