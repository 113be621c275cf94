import type {Answers} from "./client.ts";

/** One row of an extract. */
export interface Form {
  readonly answers: Answers;
  /** ISO date by which the rows of the file are sorted. */
  readonly received: string;
  /** Sorts forms of one day: those of a client stay together, the one that stands for the client last. */
  readonly order: readonly [client: number, rank: number];
  /** A row that does not have as many fields as the header: how many it has too many. */
  readonly extraFields?: number;
}
