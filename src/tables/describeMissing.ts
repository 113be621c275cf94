/** A column that a reader asks for. */
export interface AskedColumn {
  /** As it must stand in the header, tidied. */
  readonly name: string;
  /** Other names that it is known by. */
  readonly also?: readonly string[];
}

/**
 * What to say of columns that a header lacks. A column of the file is named only where it is the same name in other
 * letters or another one that is known: what stands in the first line may be a record.
 */
export function describeMissing(missing: readonly AskedColumn[], names: readonly string[]): string {
  const listed = missing.map((column) => {
    const known = spellingIn(names, column);
    return known === undefined ? `"${column.name}"` : `"${column.name}" (there is "${known}")`;
  });
  const noun = missing.length === 1 ? "column" : "columns";
  return `the header lacks the ${noun} ${listed.join(", ")}. Correct the name, or export the column.`;
}

function spellingIn(names: readonly string[], {name, also = []}: AskedColumn): string | undefined {
  const known = new Set([name, ...also].map(lettersOf));
  return names.find((found) => lettersOf(found) !== "" && known.has(lettersOf(found)));
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
