/** `2007`, `1990s`, `2007/08`, `2007–08`. */
const years = /(?<![\d.,])(?:19|20)\d{2}(?:[/–-]\d{2})?s?(?![\d%]|[.,]\d)/g;

/** The words of a text that hold digits and are no years. */
export function typedNumbers(text: string): readonly string[] {
  // Years give way to letters that are no digits, so that what is left keeps its length and place.
  const masked = text.replace(years, (year) => "y".repeat(year.length));
  return [...masked.matchAll(/[^\s([“"‘]*\d[^\s)\]”"’,;:]*/g)].map(({0: word, index}) =>
    text.slice(index, index + word.length).replace(/[.]$/, ""),
  );
}
