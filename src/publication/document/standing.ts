/** What the numbers of one indicator are held against in a table, and in which words. */
export interface Standing {
  readonly indicator: string;
  /** Heading of the column of words: "Against target". */
  readonly heading: string;
  /** What that is called in files: "target", "the region". */
  readonly heldAgainst: string;
  /** The text of the query of the numbers that they are held against, which the table shows as well. */
  readonly against: string;
  /** Held against the region that holds its places, and not against a figure. */
  readonly isOfRegion: boolean;
  /** For above, below, and where neither can be told. */
  readonly words: readonly [string, string, string];
}
