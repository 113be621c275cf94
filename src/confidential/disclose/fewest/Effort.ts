/** How hard to look for a cheaper pattern. Counts of work, never time: the same tables have the same pattern. */
export interface Effort {
  /** Networks with more cells times unsafe counts are left as the greedy search found them. */
  readonly mostQuestions: number;
  /** The same for parts that are no networks: there a question costs a linear program. */
  readonly mostPrograms: number;
  /** Rounds of cuts on patterns of fractions. */
  readonly roundsInFractions: number;
  /** Rounds of cuts on whole patterns. */
  readonly wholeRounds: number;
  /** Branches of each whole program. */
  readonly mostBranches: number;
}

/** What every release and table gets: a second or so at most. */
export const usualEffort: Effort = {
  mostQuestions: 50_000_000,
  mostPrograms: 20_000,
  roundsInFractions: 200,
  wholeRounds: 10,
  mostBranches: 200,
};

/** What an analyst may ask for: seconds for the tables of a report, minutes for larger ones. */
export const greatEffort: Effort = {
  mostQuestions: 1_000_000_000,
  mostPrograms: 1_000_000,
  roundsInFractions: 1000,
  wholeRounds: 300,
  mostBranches: 20_000,
};
