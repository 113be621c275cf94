/** The same words with the first letter upper case, as at the start of a sentence. */
export function capitalise(words: string): string {
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase("en-GB") + rest.join("");
}
