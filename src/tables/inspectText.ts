import type {Encoding} from "./encoding.ts";
import type {Chunks} from "./fileChunks.ts";
import {findEncoding, type EncodingOptions} from "./findEncoding.ts";
import {Survey, type PlainLines} from "./Survey.ts";

/** What is known of a text before a word of it is read. */
export interface TextInspection {
  readonly encoding: Encoding;
  /** Whether the encoding was neither stated nor shown by the bytes, but is the usual one for what is left. */
  readonly isAssumed: boolean;
  /** Present where every line is one record of as many fields as the first has, without a quotation mark anywhere. */
  readonly plain?: PlainLines;
}

export interface InspectionOptions extends EncodingOptions {
  /** Sign between the fields, where it is known: only then can lines be plain. */
  readonly delimiter?: string | undefined;
}

/**
 * Reads a text through once: its encoding, and whether its lines are plain. Refuses bytes that the encoding does not
 * define, and texts with a zero among their letters.
 */
export function inspectText(chunks: Chunks, options: InspectionOptions): TextInspection {
  const {delimiter} = options;
  const survey = delimiter === undefined ? undefined : new Survey(delimiter.charCodeAt(0));
  const found = findEncoding(chunks, options, (bytes) => survey?.take(bytes));
  const plain = found.encoding === "utf-8" ? survey?.finish() : undefined;
  return {...found, ...(plain && {plain})};
}
