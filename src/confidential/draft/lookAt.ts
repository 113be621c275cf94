import type {ColumnCounts, ExtractTexts, TextShape} from "../sources/files/ExtractTexts.ts";
import {readHeading, type HeadingWords} from "./readHeading.ts";

/** What can be told of a column at a glance. Confidential. */
export interface ColumnLook {
  readonly name: string;
  readonly heading: HeadingWords;
  readonly counts: ColumnCounts;
  /** What its answers look like, the most frequent first. */
  readonly shapes: readonly TextShape[];
}

/** Looks at a column of an extract. */
export async function lookAt(texts: ExtractTexts, name: string): Promise<ColumnLook> {
  const counts = await texts.counts(name);
  return {name, heading: readHeading(name), counts, shapes: counts.stated === 0 ? [] : await texts.shapes(name)};
}

/** Which part of the answers, from 0 to 1, look like something. */
export function partThatLooks({shapes, counts: {stated}}: ColumnLook, like: RegExp): number {
  const alike = shapes.reduce((sum, {shape, records}) => sum + (like.test(shape) ? records : 0), 0);
  return stated === 0 ? 0 : alike / stated;
}

/** Which part of the answers, from 0 to 1, would be left if each stood once. */
export function partThatDiffers({counts: {different, stated}}: ColumnLook): number {
  return stated === 0 ? 0 : different / stated;
}
