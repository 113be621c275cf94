import {measureText, type TextStyle} from "./measureText.ts";

/**
 * The lines of a text within a width in px, broken at spaces that may break and after hyphens and slashes, but for those between digits
 * ("2006/07"). Nothing is ever cut: a word that is wider than the width has a line of its own, and {@link widestLine}
 * says how wide that is.
 */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  return text
    .split(/(?<=[^\S\u00a0])|(?<=[-/])(?!(?<=\d.)\d)/)
    .reduce<readonly string[]>((lines, word) => addWord(lines, word, {width, style}), [])
    .map((line) => line.trimEnd());
}

function addWord(
  lines: readonly string[],
  word: string,
  {width, style}: {width: number; style: TextStyle},
): readonly string[] {
  const last = lines.at(-1);
  if (last === undefined || measureText((last + word).trimEnd(), style) > width) return [...lines, word];
  return [...lines.slice(0, -1), last + word];
}

/** Width in px of the widest of some lines. */
export function widestLine(lines: readonly string[], style: TextStyle): number {
  return Math.max(0, ...lines.map((line) => measureText(line, style)));
}
