import {attribute, type PageElement} from "./parsePage.ts";

/** Attributes that place, paint or name cells; in drawings they are checked as shapes. Their numbers are no text. */
const drawing = new Set(
  "x y x1 y1 x2 y2 cx cy r dy d points width height viewbox viewBox fill stroke stroke-width stroke-miterlimit font-size font-weight font-family text-anchor preserveaspectratio preserveAspectRatio xmlns role aria-hidden data-cell data-channel data-scale data-scales data-panels data-leaves-out data-formula".split(
    " ",
  ),
);
/** How a line for a figure from elsewhere is dashed. */
const dashes = "6 3";
/** Attributes that give structure: what they may hold is checked by {@link wrongStructure}. */
const structural = new Set("id href for headers aria-labelledby aria-describedby class".split(" "));
/** Attributes whose number counts columns, rows or places in the order of the keyboard. */
const counting = new Set("tabindex span colspan rowspan".split(" "));
/** Fixed words of the page's head. */
const fixed = new Set("charset lang rel as type crossorigin scope http-equiv name open".split(" "));

/** The attributes of an element that somebody can read or hear, or that a script could: they are audited as text. */
export function spokenAttributes(
  element: PageElement,
  isDrawing: boolean,
): readonly (readonly [name: string, text: string])[] {
  return [...element.attributes].filter(([name, value]) => {
    if (structural.has(name) || fixed.has(name)) return false;
    if (name === "stroke-dasharray") return value !== dashes;
    if (counting.has(name)) return !/^-?\d{1,2}$/.test(value);
    return !(isDrawing && drawing.has(name));
  });
}

/** Identifiers and links whose digits are none of the site's own: of a note, a table's row or an edition. */
export function wrongStructure(element: PageElement, known: ReadonlySet<string>): readonly string[] {
  return [...structural].filter((name) => {
    const words = attribute(element, name).split(/[\s#/]+/);
    return words.some((word) => /\p{N}/u.test(word) && !isOwn(word, known));
  });
}

function isOwn(word: string, known: ReadonlySet<string>): boolean {
  const bare = word.replace(/-(?:note|table-[rcg])-?\d{1,3}$/, "").replace(/\.(?:pdf|csv|zip|svg)$/, "");
  return (
    !/\p{N}/u.test(bare) ||
    known.has(bare) ||
    /^source-(?:sans-3|serif-4)-[\w.-]+\.woff2$|^Page\.[\w-]+\.css$/.test(word)
  );
}
