import {createRequire} from "node:module";
import type {Highs} from "highs";
import {Solver} from "./Solver.ts";

let loaded: Promise<Solver> | undefined;

/** The solver of linear and integer programs, loaded when the first question needs it, and anew where it broke down. */
export async function loadSolver(): Promise<Solver> {
  const solver = await loaded;
  if (solver !== undefined && !solver.isBroken) return solver;
  // Its types describe an ES module and its package a CommonJS one: required, both agree.
  const load = createRequire(import.meta.url)("highs") as () => Promise<Highs>;
  loaded = load().then((highs) => new Solver(highs));
  return loaded;
}
