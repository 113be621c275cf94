/** Ids that pages have of themselves, so that nothing of a report may bear them. */
export const pageIds: readonly string[] = ["content", "contents", "region-map", "earlier-figures", "all"];
