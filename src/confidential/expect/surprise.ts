/** Something of the records that is not as it is expected to be. */
export interface Surprise {
  /** Which measure, place and way: `prison sex=male: lower`. Holds no number. */
  readonly what: string;
  /** What the reason may be, in words that hold no value. */
  readonly hint?: string;
  /** The counts. Confidential. */
  readonly counts: string;
}
