import {z} from "zod";
import {publicationFault} from "../PublicationError.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {readText, yamlFile} from "../project/readText.ts";
import {redrawLogo} from "./redrawLogo.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";

/** Whose reports a project's pages and PDFs are, as `theme.yaml` in its folder says. */
export interface Theme {
  /** At the head of every page and on the cover of the PDF. */
  readonly name?: string;
  /** An SVG drawing to stand beside the name: shapes and paints alone. */
  readonly logo?: string;
  /** Colour of links and rules on each paper, as `#12436D`. */
  readonly accent?: Accent;
}

/** A colour on light and on dark paper. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** The papers of the site, which an accent must be read on. */
export const papers: Accent = {light: "#FFFFFF", dark: "#16191D"};

/** The least contrast of text. Source: WCAG 2.2, success criterion 1.4.3. */
const leastContrast = 4.5;

const file = "theme.yaml";

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'is no colour such as "#12436D"');
const digitless = "holds a digit, a hidden sign or no letter, and every number on a page has to be a released one";

/** Whether a publisher's name can stand on every page: no number of any script, nothing that is not seen, and not empty. */
export function mayStandOnPages(name: string): boolean {
  return /^[^\p{N}\p{C}]*\p{L}[^\p{N}\p{C}]*$/u.test(name);
}

const themeSchema = z.strictObject({
  name: z.string().refine(mayStandOnPages, digitless).optional(),
  logo: z
    .string()
    .regex(
      /^(?!data\/)([\p{L}\p{N}_][\p{L}\p{N}_ .-]*\/)*[\p{L}\p{N}_][\p{L}\p{N}_ .-]*\.svg$/u,
      "is no SVG file of this project outside data, such as logo.svg",
    )
    .optional(),
  accent: z.strictObject({light: colour, dark: colour}).optional(),
});

type ThemeContent = z.output<typeof themeSchema>;

/**
 * The theme of a project; an empty one where it has no `theme.yaml`. Throws PublicationError for a file that is laid out
 * otherwise, a logo that is more than a drawing, and a colour that cannot be read on its paper.
 */
export const loadTheme = oncePerProject((project: Project): Theme => {
  if (!project.has(file)) return {};
  const theme = readYaml(yamlFile(project, file), themeSchema);
  checkContrast(theme);
  const {name, logo, accent} = theme.value;
  return {
    ...(name !== undefined && {name}),
    ...(logo !== undefined && {logo: redrawLogo(readText(project, logo), logo)}),
    ...(accent !== undefined && {accent}),
  };
});

function checkContrast({value: {accent}, positionOf}: YamlValue<ThemeContent>): void {
  if (accent === undefined) return;
  for (const scheme of ["light", "dark"] as const) {
    const ratio = contrast(accent[scheme], papers[scheme]);
    if (ratio >= leastContrast) continue;
    // Rounded down: 4.49 is not enough.
    const found = (Math.floor(ratio * 10) / 10).toFixed(1);
    const paper = `${scheme} paper (${papers[scheme]})`;
    throw publicationFault(
      `${accent[scheme]} on ${paper} has a contrast of ${found} to 1, too little to read links by`,
      `Choose a ${scheme === "light" ? "darker" : "lighter"} colour, of at least ${leastContrast} to 1`,
      positionOf(["accent", scheme]),
    );
  }
}

/** The contrast of two colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [lighter = 1, darker = 1] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How light a colour is, from 0 to 1. Source: WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
