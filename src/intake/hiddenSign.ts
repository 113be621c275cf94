/**
 * Signs that show nothing themselves: controls other than tabs and ends of lines, which pages and drawings cannot hold;
 * marks that turn the direction of what follows, under which it reads as something else; halves of a letter, and what
 * Unicode calls noncharacters. Joiners and marks of direction that only help a script to be set right are none of them.
 */
const hidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** The first sign of a text that nobody sees, as a message names it, with where it stands; nothing where there is none. */
export function hiddenSign(text: string): {readonly what: string; readonly offset: number} | undefined {
  const found = hidden.exec(text);
  if (found === null) return undefined;
  const number = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {what: `a sign that nobody sees (U+${number})`, offset: found.index};
}
