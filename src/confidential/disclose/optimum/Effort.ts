/** How hard to look for a cheaper pattern. Counts of work, never time: the same tables have the same pattern. */
export interface Effort {
  /** Networks with more cells times unsafe counts are left as the greedy search found them. */
  readonly largestNetwork: number;
  /** The same for parts that are no networks. */
  readonly largestOther: number;
  /** How often an unsafe count of a network is attacked, all counts together. */
  readonly mostFlows: number;
  /** How often one of another part is: there each attack costs two linear programs. */
  readonly mostPrograms: number;
  /** Branches: halves of what is left to choose from. */
  readonly mostBranches: number;
}

/** What every release and table gets: a second or so at most. */
export const usualEffort: Effort = {
  largestNetwork: 50_000_000,
  largestOther: 20_000,
  mostFlows: 200_000,
  mostPrograms: 600,
  mostBranches: 200,
};

/** What an analyst may ask for: seconds for the tables of a report, minutes for larger ones. */
export const greatEffort: Effort = {
  largestNetwork: 1_000_000_000,
  largestOther: 1_000_000,
  mostFlows: 10_000_000,
  mostPrograms: 100_000,
  mostBranches: 20_000,
};

/** For patterns that nobody prints: what the greedy search finds is enough. */
export const noEffort: Effort = {largestNetwork: 0, largestOther: 0, mostFlows: 0, mostPrograms: 0, mostBranches: 0};
