/** `2007`, `1990s`, `2007/08`, `2007–08`. */
const years = /(?<![\p{Nd}.,])(?:19|20)[0-9]{2}(?:[/–-][0-9]{2})?s?(?![\p{Nd}%]|[.,]\p{Nd})/gu;

/** Signs of footnotes and units, which stand behind a letter: `km²`, `area¹`. */
const raised = /(?<=\p{L})[⁰¹²³⁴-⁹]+(?![\p{L}\p{N}])/gu;

/** Words with digits of any script, fractions, Roman numerals that are signs of their own. */
const numbers = /[^\s([“"‘]*\p{N}[^\s)\]”"’,;:]*/gu;

/** The words of a text that hold digits, of whatever script, and are no years. */
export function typedNumbers(text: string): readonly string[] {
  // Years and raised signs give way to letters that are no digits, so that what is left keeps its length and place.
  const hide = (found: string): string => "y".repeat(found.length);
  const masked = text.replace(years, hide).replace(raised, hide);
  return [...masked.matchAll(numbers)].map(({0: word, index}) =>
    text.slice(index, index + word.length).replace(/[.]$/, ""),
  );
}
