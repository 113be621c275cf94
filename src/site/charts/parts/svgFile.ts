import {fontFamily} from "../theme.ts";
import {captionOver, captionUnder, type FileText} from "./fileCaption.ts";
import {frameForAnyFont} from "./frameForAnyFont.ts";
import {ink, number, serialise, shape, statements, type ChartDrawing, type Drawing} from "./svg.ts";

/**
 * The drawing as a file of its own, in colours that any program knows: with a title and a description for who does not
 * see it, and in the picture the finding, what is shown, the bases and the source. The drawing's coordinates stay those
 * of the page; the words stand above and below them, and its frame has room for letters wider than ours.
 */
export function svgForFile(drawing: Drawing | ChartDrawing, text: FileText): string {
  const {width, height, shapes} = drawing;
  const {id, title, description} = text;
  const head = captionOver(text, width);
  const foot = captionUnder(text, {width, top: height});
  const [top, whole] = [-head.height, head.height + height + foot.height];
  const all = [...head.shapes, ...shapes, ...foot.shapes];
  const [left, room] = frameForAnyFont(all, width);
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: [left, top, room, whole].map(number).join(" "),
    width: room,
    height: whole,
    role: "img",
    "aria-labelledby": `${id}-title ${id}-description`,
    "font-family": fontFamily,
    ...statements(drawing),
  };
  const children = [
    shape("title", {id: `${id}-title`}, [title]),
    shape("desc", {id: `${id}-description`}, [description]),
    shape("rect", {x: left, y: top, width: room, height: whole, fill: ink("paper")}),
    ...all,
  ];
  const svg = serialise(shape("svg", attributes, children));
  return `${svg.replaceAll(/="var\(--[\w-]+, (#\w+)\)"/g, '="$1"')}\n`;
}
