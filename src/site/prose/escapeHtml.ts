const entities: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** What no XML may hold, so that a drawing would be no drawing any more: controls, halves of pairs, what is no character. */
const unspeakable = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** Text made safe for HTML and XML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(unspeakable, "\ufffd").replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
