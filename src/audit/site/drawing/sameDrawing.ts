import {attribute, elementsOf, textOf, type PageElement} from "../html/parsePage.ts";

/**
 * Whether a drawing in a file of its own shows what the page's drawing shows: the same shapes in the same places and
 * paints, on the same scales. Its title, its description, its background and the words above and below are its own.
 */
export function isSameDrawing(own: PageElement, onPage: PageElement): boolean {
  const shown = shapesIn(onPage).map(describe);
  const ownShapes = shapesIn(own);
  const [background] = ownShapes;
  const width = attribute(own, "width");
  const hasBackground =
    background?.name === "rect" &&
    attribute(background, "width") === width &&
    attribute(background, "height") === attribute(own, "height") &&
    `${attribute(background, "x")} ${attribute(background, "y")}` ===
      attribute(own, "viewBox").split(" ").slice(0, 2).join(" ") &&
    attribute(background, "fill") === "#FFFFFF";
  const found = (hasBackground ? ownShapes.slice(1) : ownShapes)
    .filter((shape) => !isCaption(shape, onPage))
    .map(describe);
  const isSaying = (name: string) => attribute(own, name) === attribute(onPage, name);
  if (!["data-scales", "data-panels", "data-leaves-out"].every(isSaying)) return false;
  return found.length === shown.length && found.every((shape, index) => shape === shown[index]);
}

function shapesIn(svg: PageElement): readonly PageElement[] {
  return elementsOf(svg).filter((shape) => shape !== svg && !["title", "desc"].includes(shape.name));
}

/** Words that stand above or below the drawing, which begins at 0 and is as high as on the page. */
function isCaption(shape: PageElement, onPage: PageElement): boolean {
  const text = shape.name === "tspan" ? shape.parent : shape;
  if (text?.name !== "text" || attribute(text, "class") !== "caption") return false;
  const y = Number(attribute(text, "y"));
  return y <= 0 || y >= Number(attribute(onPage, "height"));
}

/** A shape in words, with every colour as it is printed: `#6BACE6` for `var(--figure-amount-3, #6BACE6)`. */
function describe(shape: PageElement): string {
  const attributes = [...shape.attributes].map(
    ([name, value]) => `${name}=${value.replace(/var\(--[\w-]+, (#[0-9A-Fa-f]{6})\)/, "$1")}`,
  );
  return [shape.name, ...attributes.toSorted(), shape.name === "text" ? textOf(shape) : ""].join(" ");
}
