import {labels, lineHeight, plain, strong, type Label} from "./labels.ts";
import type {TextStyle} from "./measureText.ts";
import {plotFigure} from "./plotFigure.ts";
import {shape, type Shape, type SvgText} from "./svg.ts";
import {wrapText} from "./wrapText.ts";

/** What stands in the picture of a file, which is seen without its page. */
export interface FileText extends SvgText {
  /** Over the drawing, under the title: what is shown, of whom, where and when. */
  readonly over: string;
  /** Under the drawing, a paragraph each: bases, source, and that the data are synthetic. */
  readonly under: readonly string[];
}

/** Words above or below a drawing. */
interface FileCaption {
  readonly shapes: readonly Shape[];
  /** In px, with the space to the drawing. */
  readonly height: number;
}

const space = 14;
/** Whoever opens a file may not have its font: how much of the width is set, so that a wider one still fits. */
const fallbackRoom = 0.85;

/** The finding and what is shown, above a drawing that begins at 0. */
export function captionOver({title, over}: FileText, width: number): FileCaption {
  const paragraphs = [
    {text: title, style: strong},
    {text: over, style: plain},
  ];
  const {height} = setParagraphs(paragraphs, {width, top: 0});
  return {...setParagraphs(paragraphs, {width, top: -height - space + 4}), height: height + space};
}

/** The bases and credits, below a drawing that ends at a height. */
export function captionUnder({under}: FileText, {width, top}: {width: number; top: number}): FileCaption {
  if (under.length === 0) return {shapes: [], height: 0};
  const {shapes, height} = setParagraphs(
    under.map((text) => ({text, style: plain})),
    {width, top: top + space},
  );
  return {shapes, height: height + space + 4};
}

interface Paragraph {
  readonly text: string;
  readonly style: TextStyle;
}

function setParagraphs(paragraphs: readonly Paragraph[], {width, top}: {width: number; top: number}): FileCaption {
  let y = top;
  const marks = paragraphs.map(({text, style}) => {
    const lines = wrapText(text, width * fallbackRoom, style);
    const height = lines.length * lineHeight;
    const label: Label = {x: 0, y: y + height / 2, text: lines, ...(style === plain && {colour: "muted"})};
    y += height + 3;
    return labels([label], {style});
  });
  const {shapes} = plotFigure({width, height: y}, [{marks}]);
  return {
    shapes: shapes.map(({name, attributes, children}) => shape(name, {class: "caption", ...attributes}, children)),
    height: y - top,
  };
}
