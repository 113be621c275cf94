import {createRequire} from "node:module";
import type {Highs} from "highs";

let loaded: Promise<Highs> | undefined;

/** The solver of linear and integer programs (HiGHS), loaded once, when the first question needs it. */
export function loadSolver(): Promise<Highs> {
  // Its types describe an ES module and its package a CommonJS one: required, both agree.
  const load = createRequire(import.meta.url)("highs") as () => Promise<Highs>;
  loaded ??= load();
  return loaded;
}
