/** A link of the head of a page. */
export interface Place {
  readonly href: string;
  readonly words: string;
}

/** The pages of one report. */
export function placesOf(edition: string): readonly Place[] {
  return [
    {href: `/${edition}/`, words: "The report"},
    {href: `/${edition}/methods/`, words: "Methods and quality"},
    {href: `/${edition}/data/`, words: "Data"},
  ];
}
