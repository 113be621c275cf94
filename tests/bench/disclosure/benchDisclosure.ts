import path from "node:path";
import type {CrossTable} from "../../../src/confidential/disclose/search/crossTabulate.ts";
import type {CountModel, Protection} from "../../../src/confidential/disclose/search/countModel.ts";
import {protectCounts} from "../../../src/confidential/disclose/search/protectCounts.ts";
import {median, printTable, runs} from "../measure.ts";
import {linkedTables} from "./linkedTables.ts";
import {exactSafety, measurePattern, protection, unsafeOf, type Measured} from "./measurePattern.ts";
import {publishWhileIndependent} from "./publishWhileIndependent.ts";
import {randomTable} from "./randomTable.ts";
import {readReferenceTables} from "./readReferenceTables.ts";
import {replay} from "./replay.ts";
import {reportTables} from "./reportTables.ts";
import {hasGaussSuppression, runGaussSuppression} from "./runGaussSuppression.ts";

/** What to measure besides the random tables and the report. */
export interface DisclosureBench {
  /** Folder of tables with recorded patterns. */
  readonly tables: string | undefined;
  readonly isLong: boolean;
}

interface Table {
  readonly name: string;
  readonly model: CountModel;
  /** What another program withheld in the same table. */
  readonly recorded?: ReadonlySet<number>;
  /** Where R has it, GaussSuppression runs on the table as well. */
  readonly crossed?: CrossTable;
}

const shapes = [
  [28, 21],
  [60, 60],
  [150, 150],
  [10, 8, 4],
  [12, 10, 8],
] as const;
const longShapes = [[28, 21, 6]] as const;

const replayedShapes = [
  [6, 5],
  [10, 8],
] as const;
const worldsReplayed = 300;

const sizes = ["cells", "unsafe"];
/** `hidden`: how many people. `cells` and `people` are those of ours as a part of the peer's. */
const costs = ["secondary", "hidden", "margins", "unprotected"];
const compared = ["cells", "people"];
/**
 * `told`: exact for a reader who is told which marks stand for small counts. `certified`: at width 2 by tables that were
 * checked without a solver.
 */
const worths = ["exact", "told", "width 2", "full", "certified"];
const heading = ["table", ...sizes, ...costs, ...worths, "s", ...compared];

const widths = [33, 6, 6, 9, 7, 7, 11, 5, 4, 7, 4, 9, 8, 5, 6];

/** Protects tables of many shapes and prints what that costs a reader, what it is worth, and how long it takes. */
export async function benchDisclosure({tables, isLong}: DisclosureBench): Promise<void> {
  const random = [...shapes, ...(isLong ? longShapes : [])].map((shape) => {
    const crossed = randomTable(shape, `bench ${shape.join("x")}`);
    return {name: `random ${shape.join("x")}`, model: crossed, crossed};
  });
  const linked = linkedTables([12, 10, 5], "bench linked");
  const reference = tables === undefined ? [] : readReferenceTables(path.resolve(tables));
  printTable(heading, [], widths);
  // Each is printed as soon as it is measured: a large table may take minutes.
  for (const table of [...random, linked, ...(await reportTables()), ...reference]) {
    for (const row of await measureTable(table)) printTable(row, [], widths);
  }
  process.stdout.write(recordedFigures);
  for (const shape of replayedShapes) await printReplay(shape);
}

/** Says what could be inferred from the program's own choices, beyond what is published. */
async function printReplay(shape: readonly number[]): Promise<void> {
  const name = shape.join("x");
  const {worlds, same, unsafe, ...left} = await replay(randomTable(shape, `replay ${name}`), worldsReplayed, name);
  process.stdout.write(
    `\nReplay of ${name}: of ${worlds} other tables that agree with what is published, ${same} would be protected by the ` +
      `same pattern.\nAmong these, of ${unsafe} unsafe counts ${left.twoValues} have two values or more and ` +
      `${left.threeValues} three or more. An experiment: the audit does not cover it.\n`,
  );
}

async function measureTable(table: Table): Promise<string[][]> {
  const {name, model} = table;
  const size = [String(model.cells.filter(({shown}) => shown).length), String(unsafeOf(model).size)];
  const rowOf = (title: string, {measured, unprotected, seconds}: Run): string[] => [
    title,
    ...size,
    ...describe(measured, unprotected),
    seconds,
  ];
  const peer = await measurePeer(table);
  const ours = await measureProtection(model, protection);
  const exact = await measureProtection(model, exactSafety);
  return [
    rowOf(name, ours),
    [...rowOf("  at exact safety", exact), ...compare(exact.measured, peer.run.measured)],
    rowOf(`  ${peer.name}`, peer.run),
  ];
}

/** A pattern with what it costs and is worth; texts are empty where they mean nothing. */
interface Run {
  readonly measured: Measured;
  readonly unprotected: string;
  readonly seconds: string;
}

/** GaussSuppression where R has it, else its recorded pattern, else its method. */
async function measurePeer({model, recorded, crossed}: Table): Promise<{readonly name: string; readonly run: Run}> {
  const peer = crossed !== undefined && hasGaussSuppression() ? runGaussSuppression(crossed) : undefined;
  const withheld = peer?.withheld ?? recorded ?? publishWhileIndependent(model, unsafeOf(model));
  const name = peer !== undefined ? "GaussSuppression" : `GaussSuppression (${recorded ? "recorded" : "its method"})`;
  const measured = await measurePattern(model, withheld);
  return {name, run: {measured, unprotected: "", seconds: peer?.seconds.toFixed(3) ?? ""}};
}

function compare(ours: Measured, theirs: Measured): string[] {
  const part = (some: number, all: number): string => (all === 0 ? "" : (some / all).toFixed(2));
  return [part(ours.secondaries, theirs.secondaries), part(ours.hidden, theirs.hidden)];
}

/** Protects a table and tells what that costs, what it is worth and how long it takes. */
async function measureProtection(model: CountModel, wanted: Protection): Promise<Run> {
  const unsafe = unsafeOf(model);
  const seconds: number[] = [];
  let pattern: Awaited<ReturnType<typeof protectCounts>> | undefined;
  // What takes long is measured once: noise matters less.
  while (seconds.length < runs && (seconds[0] ?? 0) < 20) {
    const start = performance.now();
    pattern = await protectCounts(model, unsafe, wanted);
    seconds.push((performance.now() - start) / 1000);
  }
  const {withheld = new Set<number>(), unprotected = []} = pattern ?? {};
  return {
    measured: await measurePattern(model, withheld),
    unprotected: String(unprotected.length),
    seconds: median(seconds).toFixed(seconds.length < runs ? 1 : 3),
  };
}

function describe(measured: Measured, unprotected: string): string[] {
  const {secondaries, hidden, margins, exact, exactWhenTold} = measured;
  const counts = [String(secondaries), String(hidden), String(margins), unprotected, String(exact)];
  const percent = (part: number): string => `${Math.floor(100 * part)}%`;
  return [
    ...counts,
    String(exactWhenTold),
    percent(measured.atWidth2),
    percent(measured.full),
    percent(measured.certified),
  ];
}

/** Measured on two cores on tables of these shapes, not on the same counts. */
const recordedFigures = `
GaussSuppression, recorded on other random tables of these shapes: 28x21 0.13 to 0.22 s; 60x60 3.2 s; 150x150 108 to 121 s;
10x8x4 37 secondaries beside 140 unsafe counts; 12x10x8 57 secondaries in 0.5 s; 28x21x6 144 secondaries in 4.3 to 5.6 s.
It guarantees linear independence alone: no bounds, no whole numbers. "Its method" is a stand-in for it, which leaves out
its provisions for counts of one and withholds less where these are many.
Where GaussSuppression's own tables are not at hand, its recorded patterns (cells/unsafe/secondary): mun_accidents 35/12/2,
z1 45/4/4, z2 100/11/17, d2s 60/9/12, z3 1350/416/216, ex1 72/22/20, us135 18/8/2, us136 13/5/1, ssbhelp 24/3/5.
`;
