import {setImmediate} from "node:timers/promises";

/**
 * To be awaited between two steps of a long computation: Node hears of Ctrl-C and of a wish to end only while it computes
 * nothing, and whoever listens clears up and ends the process here.
 */
export async function heedSignals(): Promise<void> {
  await setImmediate();
}

/** What a computation comes to that pauses by itself: signals are heard at every pause. */
export async function stepByStep<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const {done, value} = steps.next();
    if (done === true) return value;
    await heedSignals();
  }
}
