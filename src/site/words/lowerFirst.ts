/** A label in the middle of a sentence: "Main drug" becomes "main drug"; "PPO" and other abbreviations stay. */
export function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
