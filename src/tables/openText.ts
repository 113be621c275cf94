import {decodeText} from "./decodeText.ts";
import type {Chunks} from "./fileChunks.ts";
import {inspectText, type InspectionOptions, type TextInspection} from "./inspectText.ts";
import {readHeader, type Header, type HeaderRequest} from "./readHeader.ts";

/** A table that was looked through and whose header was found, before a row of it is read. */
export interface OpenText {
  readonly inspection: TextInspection;
  readonly header: Header;
  /** The whole text in UTF-8, as often as it is asked for. */
  readonly text: Chunks;
}

export type OpenOptions = HeaderRequest & InspectionOptions;

/** Opens a table of text: the one way in for every table that people make. Refuses what `inspectText` and `readHeader` do. */
export function openText(chunks: Chunks, options: OpenOptions): OpenText {
  const inspection = inspectText(chunks, options);
  const text = (): Iterable<Buffer> => decodeText(chunks, inspection.encoding, options.refuse);
  return {inspection, header: readHeader(text, options), text};
}
