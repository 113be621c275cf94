import {attribute, textOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {isProvisional} from "./auditHollow.ts";
import {claimsBy, type DrawnClaim} from "./readClaims.ts";
import {kinName} from "./drawnRows.ts";
import {bare, bareText, colourName, extentOf, isOn, middleOf, pointsOf, shapesOf, type ShapeFault} from "./Shapes.ts";

/**
 * Checks that no colour, edge, weight or class tells what no number does. Where a number decides a colour the shape claims its
 * cell by `fill`; every other colour stands for a series, or for the categories of one variable in their published
 * order, and whatever else shapes look like is alike in all of their kind.
 */
export function auditPaints(
  svg: PageElement,
  figure: ShownFigure,
  claims: readonly DrawnClaim[],
): readonly ShapeFault[] {
  return [
    ...oddLooks(claims, figure),
    ...oddTexts(svg, figure, claims),
    ...oddNames(svg, figure, claims),
    ...wrongKeys(svg, figure, claims),
    ...oddPalette(svg),
  ];
}

/** All that a shape looks like but where it stands, how large it is, and a colour that its cell decides. */
function lookOf(shape: PageElement, isTinted: boolean): string {
  const names = ["class", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap"];
  return [...(isTinted ? [] : ["fill"]), ...names].map((name) => attribute(shape, name)).join("|");
}

/** Shapes of one series look alike, or as their categories do. */
function oddLooks(claims: readonly DrawnClaim[], figure: ShownFigure): readonly ShapeFault[] {
  const drawn = claimsBy(
    claims,
    "x",
    "y",
    "x-interval",
    "x-base",
    "x-made",
    "x-made-interval",
    "fill",
    "limit",
    "mark",
  ).filter(({shape}) => shape.name !== "text");
  const kinds = Map.groupBy(drawn, ({shape, channels, formula, rows: [row]}) =>
    [
      shape.name,
      channels.join(" "),
      channels.includes("mark") ? "" : row ? kinName(row, figure) : "",
      isCentre(formula),
      row !== undefined && channels.includes("y") && isProvisional(row),
    ].join("|"),
  );
  return [...kinds.values()].flatMap((kind) => {
    const looks = kind.map(({shape, channels, rows: [row]}) => ({
      shape,
      row,
      look: lookOf(shape, channels.includes("fill")),
    }));
    const [first] = looks;
    if (first === undefined || looks.every(({look}) => look === first.look) || isByCategory(looks, figure)) return [];
    const odd = looks.find(({look}) => look !== first.look) ?? first;
    return [{shape: odd.shape, what: "a shape looks otherwise than the others of its kind, and no number says why"}];
  });
}

/** The middle of a control chart looks otherwise than its limits. */
function isCentre(formula: string): string {
  return String(formula.endsWith(" centre"));
}

interface Look {
  readonly shape: PageElement;
  readonly row: PublicCell | undefined;
  readonly look: string;
}

/** Whether looks stand for the categories of a variable: each has its own, in the order of the palette. */
function isByCategory(looks: readonly Look[], {cells}: ShownFigure): boolean {
  const [{asked: {place = []} = {}} = {}] = looks.flatMap(({row}) => row ?? []);
  return place.some((_, variable) => {
    const byCategory = Map.groupBy(looks, ({row}) => keyAt(row, variable));
    if ([...byCategory.values()].some((alike) => new Set(alike.map(({look}) => look)).size > 1)) return false;
    const published = [...new Set(cells.map((row) => keyAt(row, variable)))];
    const values = published.filter((key) => key.startsWith("value ") && byCategory.has(key));
    const colours = values.map((key) => colourOf(byCategory.get(key)?.[0]));
    // What is not stated or lies outside has a colour apart, which no value has.
    const apart = [...byCategory.keys()].filter((key) => !key.startsWith("value "));
    const isApart = apart.every((key) => ["not-stated", "region"].includes(colourOf(byCategory.get(key)?.[0])));
    return isApart && (new Set(colours).size <= 1 || isPalette(colours));
  });
}

function keyAt(row: PublicCell | undefined, variable: number): string {
  const category = row?.asked.place[variable]?.category;
  return category === undefined || category === "total" ? "total" : `${category.role} ${category.name}`;
}

function colourOf(look: Look | undefined): string {
  return look === undefined ? "" : colourName(look.shape, look.shape.name === "line" ? "stroke" : "fill");
}

/** Colours of one palette, each once, rising or falling all the way. */
function isPalette(colours: readonly string[]): boolean {
  const parts = colours.map((colour) => /^(category|amount)-(\d)$/.exec(colour));
  const [first] = parts;
  if (first === null || first === undefined || parts.some((part) => part?.[1] !== first[1])) return false;
  const steps = parts.map((part) => Number(part?.[2]));
  return [steps, steps.toReversed()].some((all) => all.every((step, at) => at === 0 || step > (all[at - 1] ?? step)));
}

/** Numbers and marks are in one ink for all of their kind, or in the ink of the shape that they stand upon. */
function oddTexts(svg: PageElement, figure: ShownFigure, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const painted = [...shapesOf(svg, "rect"), ...shapesOf(svg, "path")];
  const texts = shapesOf(svg, "text");
  const wrong = texts.filter((text) => {
    const on = /^on-(.*)$/.exec(colourName(text, "fill"))?.[1];
    const [point = [NaN, NaN]] = pointsOf(text);
    if (on === undefined) return !["ink", "muted"].includes(colourName(text, "fill"));
    return !painted.some((shape) => colourName(shape, "fill") === on && isOn(point, shape, 12));
  });
  const kinds = Map.groupBy(
    claimsBy(
      claims,
      "text",
      "made-number",
      "made-mark",
      "made-word",
      "mark",
      "x-tick",
      "y-tick",
      "x-begin",
      "y-begin",
      "key",
    ).filter(({shape}) => shape.name === "text" && !colourName(shape, "fill").startsWith("on-")),
    ({shape, channels, rows: [row]}) =>
      [
        channels.join(" "),
        /\p{L}{2}/u.test(textOf(shape)),
        row && !channels.includes("mark") ? kindOf(row, figure) : "",
      ].join("|"),
  );
  const odd = [...kinds.values()].flatMap((kind) => unlike(kind.map(({shape}) => shape)));
  return [...wrong, ...odd].map((shape) => ({shape, what: "a text is in an ink that its kind does not have"}));
}

/** Which numbers stand in one column: of one series, totals apart. */
function kindOf(row: PublicCell, figure: ShownFigure): string {
  return [kinName(row, figure), ...row.asked.place.map(({category}) => String(category === "total"))].join("|");
}

function unlike(texts: readonly PageElement[]): readonly PageElement[] {
  const inkOf = (text: PageElement) => `${attribute(text, "fill")}|${attribute(text, "font-weight")}`;
  const [first] = texts;
  return first === undefined ? [] : texts.filter((text) => inkOf(text) !== inkOf(first));
}

/** Names of the categories of a variable look alike. */
function oddNames(svg: PageElement, figure: ShownFigure, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const claiming = new Set(claims.map(({shape}) => shape));
  const variables = Math.max(0, ...figure.cells.map(({asked}) => asked.place.length));
  return Array.from({length: variables}).flatMap((_, variable) => {
    const labels = new Set(figure.cells.flatMap((row) => labelAt(row, variable)));
    const names = shapesOf(svg, "text").filter(
      (text) => !claiming.has(text) && labels.has(bareText(text)) && !colourName(text, "fill").startsWith("on-"),
    );
    return unlike(names).map((shape) => ({shape, what: "a name is in an ink that the other names do not have"}));
  });
}

function labelAt({asked}: PublicCell, variable: number): readonly string[] {
  const category = asked.place[variable]?.category;
  return category === undefined || category === "total" || category.role !== "value" ? [] : [bare(category.label)];
}

/** A name beside a swatch names the category that is drawn in its colour. */
function wrongKeys(svg: PageElement, figure: ShownFigure, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const claiming = new Set(claims.map(({shape}) => shape));
  const bars = claimsBy(claims, "x", "y").filter(({shape}) => shape.name === "rect");
  const swatches = shapesOf(svg, "rect").filter((box) => !claiming.has(box) && attribute(box, "width") === "14");
  const labels = new Set(figure.cells.flatMap(({asked}) => asked.place.flatMap(({category}) => nameOf(category))));
  return swatches.flatMap((swatch) => {
    const name = shapesOf(svg, "text").find((text) => isNamedBy(swatch, text));
    if (name === undefined || !labels.has(bareText(name))) return [];
    const drawn = bars.filter(({shape}) => colourName(shape, "fill") === colourName(swatch, "fill"));
    const isRight = drawn.every(({rows}) =>
      rows.some(({asked}) => asked.place.some(({category}) => nameOf(category).includes(bareText(name)))),
    );
    return isRight ? [] : [{shape: name, what: "a key names another category than the one drawn in its colour"}];
  });
}

function nameOf(category: PublicCell["asked"]["place"][number]["category"]): readonly string[] {
  return category === "total" ? [] : [bare(category.label)];
}

function isNamedBy(swatch: PageElement, text: PageElement): boolean {
  const {right} = extentOf(swatch);
  return Math.abs(Number(attribute(text, "x")) - right - 6) <= 1 && isBeside(swatch, text) && textOf(text) !== "";
}

function isBeside(swatch: PageElement, text: PageElement): boolean {
  return Math.abs(middleOf(swatch).y - middleOf(text).y) <= 20;
}

/** A name of the palette stands for one colour in all of a drawing. */
function oddPalette(svg: PageElement): readonly ShapeFault[] {
  const printed = new Map<string, string>();
  return ["rect", "circle", "line", "path", "text"].flatMap((kind) =>
    shapesOf(svg, kind).flatMap((shape) =>
      (["fill", "stroke"] as const).flatMap((name) => {
        const [paint, colour] = [attribute(shape, name), colourName(shape, name)];
        const known = printed.get(colour) ?? paint;
        printed.set(colour, known);
        return paint === known ? [] : [{shape, what: "a colour of the palette is printed as another one"}];
      }),
    ),
  );
}
