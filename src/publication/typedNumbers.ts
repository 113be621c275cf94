/** `2007`, `1990s`, `2007/08`, `2007–08`. */
const years = /(?<![\p{Nd}.,])(?:19|20)[0-9]{2}(?:[/–-][0-9]{2})?s?(?![\p{Nd}%]|[.,]\p{Nd})/gu;

/** Signs of footnotes and units, which stand behind a letter: `km²`, `area¹`. */
const raised = /(?<=\p{L})[⁰¹²³⁴-⁹]+(?![\p{L}\p{N}])/gu;

/** Words with digits of any script, fractions, Roman numerals that are signs of their own. */
const numbers = /[^\s([“"‘]*\p{N}[^\s)\]”"’,;:]*/gu;

/** Chinese numerals, which are letters to Unicode, where they are a word of their own. */
const ideographs = /(?<!\p{L})[〇零一二三四五六七八九十百千万两兩]+(?!\p{L})/gu;

/** The words of a text that hold digits, of whatever script, and are no years. */
export function typedNumbers(text: string): readonly string[] {
  // Years and raised signs give way to letters that are no digits, so that what is left keeps its length and place.
  const hide = (found: string): string => "y".repeat(found.length);
  const masked = text.replace(years, hide).replace(raised, hide);
  // Word by word: looking for a digit from every letter of a long line without any takes the square of its length.
  const words = [...masked.matchAll(/\S+/g)].filter(([word]) => /\p{N}/u.test(word));
  const inDigits = words.flatMap(({0: whole, index: start}) =>
    [...whole.matchAll(numbers)].map(({0: word, index}) =>
      text.slice(start + index, start + index + word.length).replace(/[.]$/, ""),
    ),
  );
  const inSigns = [...text.matchAll(ideographs)].map(([word]) => word).filter((word) => !/\p{N}/u.test(word));
  return [...inDigits, ...inSigns];
}
