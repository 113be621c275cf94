/**
 * One made-up person, or one form of theirs: a code, ISO date or text by column, blank where nothing is stated.
 * `DOB.age` and the like hold what was decided before a column could be written.
 */
export type Answers = Record<string, string>;

/** The word of a margins file for a blank answer. */
export const notStated = "not-stated";
/** The word of a margins file for every place outside the region. */
export const outside = "outside";
