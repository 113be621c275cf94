import type {Highs} from "highs";

/** HiGHS in WebAssembly. Where it breaks down (out of memory, say) nothing that it says afterwards is believed. */
export class Solver {
  readonly highs: Highs;
  #isBroken = false;

  constructor(highs: Highs) {
    this.highs = highs;
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** What an operation of HiGHS gives; nothing where it fails, or where the solver broke down before. */
  attempt<Result>(operation: (highs: Highs) => Result): Result | undefined {
    if (this.#isBroken) return undefined;
    try {
      return operation(this.highs);
    } catch (error) {
      const {HighsError, HighsDisposedError} = this.highs.errors;
      if (error instanceof HighsDisposedError) throw error;
      // HiGHS tells of a failure that leaves it sound by an error of its own; all others come out of the machine below.
      if (!(error instanceof HighsError)) this.#isBroken = true;
      return undefined;
    }
  }
}
