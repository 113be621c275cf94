import {parse, type AtRule, type Declaration, type Rule} from "postcss";

/** What is wrong with a style sheet, and where: its line and the rule's selector. */
export interface StyleFault {
  readonly place: string;
  readonly what: string;
}

const shapes = new Set("svg rect circle line path text tspan g".split(" "));
/** Classes of drawings and their shapes. */
const classes = new Set(
  "drawing drawing-wide drawing-narrow bar cell withheld dot area line caption track share".split(" "),
);
/** Selectors whose elements are boxes of the page that hold a share, or the frame of a drawing; each with its properties. */
const frames: readonly (readonly [selector: RegExp, properties: RegExp])[] = [
  [/^(?:\.figure )?\.drawing(?:-wide|-narrow)?$/, /^(?:display|max-width|width|height|margin|font-variant-numeric)$/],
  [/^\.card svg$/, /^(?:display|max-width|width|height|margin-top)$/],
  [/^svg$/, /^max-width$/],
  [/^\.card(?:\.[a-z-]+)? \.(?:track|share)$/, /^fill$/],
];
/** What may be said of everything, shapes among it, because it moves, hides and paints none. */
const harmless = /^(?:box-sizing|color|font-family|outline|outline-offset|border-radius)$/;
/** With these a shape would be seen elsewhere, in part, or not at all, wherever they are said. */
const distorting =
  /^(?:transform|translate|rotate|scale|zoom|perspective|clip|clip-path|clip-rule|mask|filter|opacity|visibility|content-visibility|mix-blend-mode|offset|animation|fill|fill-opacity|stroke|paint-order|cx|cy|r|rx|ry|x|y|d|text-anchor|dominant-baseline|marker|vector-effect|shape-rendering)(?:-|$)/;
/** Words that only screen readers find, and words that a sheet itself adds, hold no drawing. */
const unseen = /^\.spoken$|::?(?:before|after)$/;

/**
 * Checks that no style sheet changes what drawings show: shapes have their geometry and their paint from themselves, colours
 * of the palette are defined once a scheme and told apart, and nothing else reaches into a drawing.
 */
export function auditStyles(css: string): readonly StyleFault[] {
  const faults: StyleFault[] = [];
  parse(css).walkDecls((declaration) => {
    const rule = ruleOf(declaration);
    // A frame of an animation is of no element: what animates with it says so, and no shape may.
    const isFrame = rule?.parent?.type === "atrule" && /keyframes$/i.test((rule.parent as AtRule).name);
    if (isFrame && !declaration.prop.startsWith("--figure-")) return;
    const selectors = rule?.selectors ?? [];
    const what = selectors.map((selector) => faultOf(selector, declaration)).find((fault) => fault !== undefined);
    const line = String(declaration.source?.start?.line ?? 1);
    if (what !== undefined) faults.push({place: `line ${line}, ${rule?.selector ?? ""}`, what});
  });
  parse(css).walkAtRules("import", ({params}) => {
    faults.push({place: params, what: "a style sheet takes in another one, which nobody looks at"});
  });
  return [...faults, ...paletteFaults(css)];
}

function ruleOf({parent}: Declaration): Rule | undefined {
  return parent?.type === "rule" ? parent : undefined;
}

function faultOf(selector: string, {prop, value}: Declaration): string | undefined {
  if (prop.startsWith("--")) {
    if (!prop.startsWith("--figure-")) return undefined;
    const isDefined = selector === ":root" && /^#[0-9a-f]{3,6}$/i.test(value.trim());
    return isDefined ? undefined : "a colour of drawings is defined for a part of the page";
  }
  const frame = frames.find(([known]) => known.test(selector));
  if (frame !== undefined) return frame[1].test(prop) && isUnstretched(selector, prop, value) ? undefined : stretched;
  if (distorting.test(prop) && !unseen.test(selector))
    return "a style sheet moves, hides or paints what could be a drawing";
  return mayBeShape(selector) && !harmless.test(prop) ? stretched : undefined;
}

const stretched = "a style sheet gives the shapes of drawings a look of its own";

/** A drawing keeps its proportions. */
function isUnstretched(selector: string, prop: string, value: string): boolean {
  if (!selector.includes(".drawing")) return true;
  if (prop === "height") return value === "auto";
  return prop !== "width" || value === "100%";
}

/** Whether the last part of a selector could name a drawing or a shape: neither an element of pages nor a class of theirs. */
function mayBeShape(selector: string): boolean {
  // Escaped letters and identifiers could be anything's.
  if (selector.includes("\\")) return true;
  const [, any] = /[\s>+~]:(?:is|where)\(([^()]*)\)$/.exec(selector) ?? [];
  if (any !== undefined) return any.split(",").some((one) => mayBeShape(one.trim()));
  const last =
    selector
      .replace(/\([^()]*\)/g, "")
      .split(/[\s>+~]+/)
      .at(-1) ?? "";
  if (/^:root$|::?(?:before|after|marker)$/.test(last)) return false;
  const element = /^[a-z][\w-]*/i.exec(last)?.[0].toLowerCase();
  if (element !== undefined) return shapes.has(element);
  const named = [...last.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name);
  return named.every((name) => classes.has(name));
}

/** Tints and series are told apart in every scheme. */
function paletteFaults(css: string): readonly StyleFault[] {
  const faults: StyleFault[] = [];
  parse(css).walkRules(":root", (rule) => {
    const colours = new Map<string, string>();
    rule.walkDecls(/^--figure-(?:amount|population)-\d$/, ({prop, value}) => {
      const kind = `${prop.replace(/\d$/, "")} ${value.trim().toLowerCase()}`;
      const what = `${prop} is the same colour as ${colours.get(kind) ?? ""}`;
      if (colours.has(kind)) faults.push({place: ":root", what});
      colours.set(kind, prop);
    });
  });
  return faults;
}
