import type {Release} from "../../release/index.ts";
import type {AuditModel} from "../model/auditModel.ts";
import {modelOf} from "../model/modelOf.ts";
import {readingOf, type ReleaseReading} from "../model/reading.ts";
import {worldsOf} from "../model/worlds.ts";
import {attack, isContradictory, type Attack, type AttackOptions} from "./attack.ts";
import {possibilityCheck} from "./possibilityCheck.ts";

/** Releases read together, with what an attack on all of them found. */
export interface Together {
  readonly reading: ReleaseReading;
  readonly model: AuditModel;
  readonly attacked: Attack;
}

/**
 * Attacks the first of some releases together with the others. Where their numbers cannot all be true of the same
 * records, the records were revised in between: those that do not fit are read as counts of other records; and where
 * even the periods contradict each other they are not tied.
 */
export async function attackTogether(releases: readonly Release[], options: AttackOptions): Promise<Together> {
  const found = await attackAs(readingOf(releases), {releases, options});
  if (releases.length === 1 || !isContradictory(found.attacked)) return found;
  found.attacked.dispose();
  const isPossible = await possibilityCheck();
  // What only looks alike may be something else: that is less than revised records.
  const certain = {...found.reading, guesses: false};
  if (isPossible(modelOf(releases, certain))) return attackAs(certain, {releases, options});
  const fits = (world: readonly Release[]): boolean =>
    isPossible(modelOf(world, {...certain, worlds: new Map(world.map((one) => [one, ""])), periods: new Map()}));
  const fitting = {...readingOf(releases, worldsOf(releases, fits)), guesses: false};
  const apart = {...fitting, periods: new Map()};
  return attackAs(isPossible(modelOf(releases, fitting)) ? fitting : apart, {releases, options});
}

async function attackAs(
  reading: ReleaseReading,
  {releases, options}: {releases: readonly Release[]; options: AttackOptions},
): Promise<Together> {
  const model = modelOf(releases, reading);
  return {reading, model, attacked: await attack(model, options)};
}
