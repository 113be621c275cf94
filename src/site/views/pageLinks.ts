/** A link of the head of a page. */
export interface PageLink {
  readonly href: string;
  readonly words: string;
}

/** The pages of one report. */
export function pagesOf(edition: string): readonly PageLink[] {
  return [
    {href: `/${edition}/`, words: "The report"},
    {href: `/${edition}/methods/`, words: "Methods and quality"},
    {href: `/${edition}/data/`, words: "Data"},
  ];
}
