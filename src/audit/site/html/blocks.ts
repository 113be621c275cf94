import {isElement, type PageElement, type PageText} from "./parsePage.ts";

/** Elements that stand within a line of text. */
const inline = new Set(
  "a abbr b bdi bdo cite code dfn em i mark q s small span strong sub sup time tspan u var".split(" "),
);

/** A line or paragraph of text as a reader meets it, however many elements it is made of. */
export interface TextBlock {
  readonly element: PageElement;
  readonly text: string;
}

/** The blocks of text below an element; `replace` may give other words for an element within a line. */
export function blocksOf(
  element: PageElement,
  replace: (inner: PageElement) => string | undefined,
): readonly TextBlock[] {
  const own: string[] = [];
  const below: TextBlock[] = [];
  for (const child of element.children) collect(child, {own, below, replace});
  const text = own.join("");
  return [...(text.trim() === "" ? [] : [{element, text}]), ...below];
}

interface Collected {
  readonly own: string[];
  readonly below: TextBlock[];
  readonly replace: (inner: PageElement) => string | undefined;
}

function collect(node: PageElement | PageText, collected: Collected): void {
  const {own, below, replace} = collected;
  if (!isElement(node)) {
    own.push(node.text);
    return;
  }
  const words = replace(node);
  if (words !== undefined) {
    own.push(words);
    return;
  }
  // A line of a drawing's label and a broken line end a word, other inline elements do not.
  if (node.name === "br" || node.name === "tspan") own.push(" ");
  if (inline.has(node.name)) for (const child of node.children) collect(child, collected);
  else {
    own.push(" ");
    below.push(...blocksOf(node, replace));
  }
}
