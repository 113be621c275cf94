import type {ColumnContent} from "./draftedExtract.ts";

/** What a column holds, or why it is left out. */
export type Judgement = ColumnContent | {readonly type: "left out"; readonly why: string};

/** A column that is left out, with the reason and what to do. */
export function leaveOut(why: string): Judgement {
  return {type: "left out", why};
}
