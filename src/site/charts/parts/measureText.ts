import {glyphWidths} from "./glyphWidths.ts";

export interface TextStyle {
  /** Font size in px. */
  readonly size: number;
  readonly weight: 400 | 600;
}

/** Width of a line of text in px; never less than it will take. */
export function measureText(text: string, {size, weight}: TextStyle): number {
  const table = weight === 600 ? glyphWidths.bold : glyphWidths.regular;
  const thousandths = [...text].reduce((sum, character) => sum + widthOf(character, table), 0);
  return (thousandths * size) / 1000;
}

function widthOf(character: string, table: readonly number[]): number {
  return table[(character.codePointAt(0) ?? 0) - 32] ?? glyphWidths.others[character] ?? glyphWidths.unknown;
}
