/** Words of the query language, and names with a meaning of their own, that no variable or answer may be called. */
const taken: ReadonlySet<string> = new Set([
  ...["by", "within", "among", "with", "totals", "in", "per", "of", "to", "and", "than", "from", "including", "shown"],
  ...["count", "share", "mean", "median", "quantile", "rate", "value", "indicator", "target", "benchmark"],
  ...["stated", "total", "outside", "not-stated", "region", "latest", "before", "year-before", "previous", "rest"],
  ...["fate", "usable", "period", "month", "quarter", "year"],
]);

/**
 * What queries call each of several texts, in the same order: lower-case words and digits between hyphens, each once. A text
 * without any is called by its place.
 */
export function nameEach(texts: readonly string[], otherwise: string): readonly string[] {
  const used = new Set<string>();
  return texts.map((text, at) => {
    const plain = kebab(text) || `${otherwise}-${String(at + 1)}`;
    const free = taken.has(plain) ? `${plain}-${otherwise}` : plain;
    let name = free;
    for (let times = 2; used.has(name); times++) name = `${free}-${String(times)}`;
    used.add(name);
    return name;
  });
}

/** A text in lower-case words and digits between hyphens; empty where it has neither. */
function kebab(text: string): string {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** A header as words: "DateOfVisit" and "DATE_OF_VISIT" are "Date of visit". */
export function titleOfColumn(header: string): string {
  const words = header
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/[_.\s]+/gu, " ")
    .trim();
  const isShouted = words === words.toUpperCase();
  const quiet = words
    .split(" ")
    .map((word) => (!isShouted && word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(" ");
  return capital(quiet === "" ? header : quiet);
}

/** A title as it may stand within one that a writer types: its letters alone, because numbers are never typed. */
export function wordsOfTitle(title: string): string {
  const words = title
    .replaceAll(/[^\p{L}' -]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (words === "") return "answer";
  return /^\p{Lu}\p{Lu}/u.test(words) ? words : words.slice(0, 1).toLowerCase() + words.slice(1);
}

/** A text with its first letter large. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
