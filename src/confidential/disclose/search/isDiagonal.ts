/** Whether a cell names one category twice, as that of an area with itself does: the largest of its line as a rule. */
export function isDiagonal(categories: readonly string[]): boolean {
  return new Set(categories).size < categories.length;
}
