/** The same words with the first letter upper case, as at the start of a sentence. */
export function capitalise(words: string): string {
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase("en-GB") + rest.join("");
}

/** A label in the middle of a sentence: "Main drug" becomes "main drug"; "PPO" and other abbreviations stay. */
export function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
