/** How much work one question may cost. Counts of steps, never seconds: every machine gives the same answer. */
export interface Limits {
  /** Steps of the simplex method, of all linear programs that one question takes. */
  readonly steps: number;
  /** Branches of an integer program. */
  readonly branches: number;
}

/** Far more than the programs of a report take: these end by themselves within some thousand steps. */
export const usualLimits: Limits = {steps: 200_000, branches: 10_000};
