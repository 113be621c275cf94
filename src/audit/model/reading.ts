import type {Release} from "../../release/index.ts";
import {periodsOf, worldsOf, type Worlds, type WorldPeriod} from "./worlds.ts";

/** How several releases are read together. */
export interface ReleaseReading {
  readonly worlds: Worlds;
  /** Periods of the worlds that are tied where one lies within another; none where they are read apart. */
  readonly periods: ReadonlyMap<string, WorldPeriod>;
  /** Whether variables of older releases that look alike are taken for one, whatever their names. */
  readonly guesses: boolean;
}

/** Reads releases as their numbers suggest; see `worldsOf`. */
export function readingOf(releases: readonly Release[], worlds: Worlds = worldsOf(releases)): ReleaseReading {
  return {worlds, periods: periodsOf(releases, worlds), guesses: true};
}
