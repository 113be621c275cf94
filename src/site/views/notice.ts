/** What a reader must know before anything else: the heading stands on every page of the PDF as well. */
export interface Notice {
  readonly heading: string;
  readonly words: string;
  /** Whether it says that the report must not be passed on: its pages are kept from search engines, and bear it. */
  readonly isOfDraft?: true;
  /** Whether it says that numbers are no facts. */
  readonly isOfMadeUp?: true;
}
