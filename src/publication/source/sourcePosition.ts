/** Where something stands in what people wrote. Lines and columns count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The position of a character of `text`, whose first character stands at `start`. */
export function positionWithin(start: SourcePosition, text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset).split("\n");
  const last = before.at(-1) ?? "";
  if (before.length === 1) return {...start, column: start.column + last.length};
  return {file: start.file, line: start.line + before.length - 1, column: last.length + 1};
}
