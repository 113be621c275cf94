import {tinyNumberKey} from "./printedNumbers.ts";
import {ofFiguresAlone, quotientFaults} from "./quotient.ts";
import type {Tells} from "./tells.ts";

const tail = 0.025;

/** The means at which the Poisson likelihoods of so many events or more, and of so many or fewer, are one in forty. */
function exactBounds(count: number): readonly [number, number] {
  const logs = [0];
  for (let events = 1; events <= count; events += 1) logs.push((logs[events - 1] ?? 0) + Math.log(events));
  const upTo = (most: number, mean: number): number =>
    logs.slice(0, most + 1).reduce((sum, log, events) => sum + Math.exp(events * Math.log(mean) - mean - log), 0);
  const solve = (isBelow: (mean: number) => boolean): number => {
    let [below, above] = [1e-9, count + 10 * Math.sqrt(count + 1) + 10];
    for (let step = 0; step < 60; step += 1) {
      const middle = (below + above) / 2;
      if (isBelow(middle)) below = middle;
      else above = middle;
    }
    return below;
  };
  const lower = count === 0 ? 0 : solve((mean) => 1 - upTo(count - 1, mean) < tail);
  return [lower, solve((mean) => upTo(count, mean) > tail)];
}

/** Published events over those expected. */
export const observedRatio: Tells<"observed-ratio"> = {
  ...ofFiguresAlone,
  faultsOf: (printed) => quotientFaults(printed, {times: 1, decimals: 2, most: Infinity, ofCount: exactBounds}),
  numbersOf: ({cell}) => [tinyNumberKey(cell, 2)],
  numbersInTable: ({cell}) => [tinyNumberKey(cell, 2)],
  namesOf: () => ["ratio"],
  nameInFiles: ({column, over}) => `observed ratio ${column} to ${over}`,
};
