import {measureText} from "./measureText.ts";
import type {Shape} from "./svg.ts";

/** How much wider than ours the letters of another font may be: DejaVu Sans, what many programs fall back on, is a fifth wider. */
const wider = 1.25;

/**
 * From where, and over what width in px, a drawing is seen in a file, so that no text is cut where the reader's machine
 * has another font: as far as every text reaches in the widest one.
 */
export function frameForAnyFont(shapes: readonly Shape[], width: number): readonly [left: number, width: number] {
  const reaches = shapes.filter(({name}) => name === "text").map(reachOf);
  const left = Math.floor(Math.min(0, ...reaches.map(([from]) => from)));
  return [left, Math.ceil(Math.max(width, ...reaches.map(([, to]) => to))) - left];
}

function reachOf({attributes, children}: Shape): readonly [from: number, to: number] {
  const lines = children.map((line) =>
    typeof line === "string" ? line : line.children.filter((part) => typeof part === "string").join(""),
  );
  const style = {
    size: Number(attributes["font-size"]),
    weight: attributes["font-weight"] === "600" ? 600 : 400,
  } as const;
  const room = Math.max(0, ...lines.map((line) => measureText(line, style))) * wider;
  const x = Number(attributes.x);
  if (attributes["text-anchor"] === "end") return [x - room, x];
  return attributes["text-anchor"] === "middle" ? [x - room / 2, x + room / 2] : [x, x + room];
}
