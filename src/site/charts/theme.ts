/** A colour by what it stands for. Drawings name tokens; only this file knows colours. */
export type Token = keyof typeof colours;

interface Colour {
  readonly light: string;
  readonly dark: string;
}

/**
 * Source of the light hues: Government Analysis Function, accessible colours for charts. The dark hues are tints of
 * the same, each at least 3:1 on the dark paper; inks are at least 4.5:1 on what they are printed on.
 */
export const colours = {
  paper: {light: "#FFFFFF", dark: "#16191D"},
  ink: {light: "#1D2329", dark: "#ECEAE4"},
  muted: {light: "#565D66", dark: "#ABB1B8"},
  rule: {light: "#8A9199", dark: "#7B838C"},
  grid: {light: "#DDDFE2", dark: "#343A41"},
  "population-1": {light: "#12436D", dark: "#7FB2E5"},
  "population-2": {light: "#F46A25", dark: "#FF9A63"},
  "population-3": {light: "#28A197", dark: "#4CC9BE"},
  "population-4": {light: "#801650", dark: "#E58BBE"},
  /** The region, England, or a figure from elsewhere. */
  region: {light: "#5B6169", dark: "#A9AFB6"},
  "category-1": {light: "#28A197", dark: "#4CC9BE"},
  "on-category-1": {light: "#101418", dark: "#101418"},
  "category-2": {light: "#801650", dark: "#A8447F"},
  "on-category-2": {light: "#FFFFFF", dark: "#FFFFFF"},
  "category-3": {light: "#A285D1", dark: "#C3AEE8"},
  "on-category-3": {light: "#101418", dark: "#101418"},
  "category-4": {light: "#3D3D3D", dark: "#8A9199"},
  "on-category-4": {light: "#FFFFFF", dark: "#101418"},
  "not-stated": {light: "#E4E5E7", dark: "#3A4047"},
  "on-not-stated": {light: "#1D2329", dark: "#ECEAE4"},
  /** One hue from little to much. On the dark paper much is light. */
  "amount-0": {light: "#FFFFFF", dark: "#16191D"},
  "on-amount-0": {light: "#565D66", dark: "#ABB1B8"},
  "amount-1": {light: "#E3EEF7", dark: "#1C2B3A"},
  "on-amount-1": {light: "#1D2329", dark: "#ECEAE4"},
  "amount-2": {light: "#ADD1F1", dark: "#234766"},
  "on-amount-2": {light: "#1D2329", dark: "#ECEAE4"},
  "amount-3": {light: "#6BACE6", dark: "#2F6CA3"},
  "on-amount-3": {light: "#101418", dark: "#FFFFFF"},
  "amount-4": {light: "#2073BC", dark: "#6BACE6"},
  "on-amount-4": {light: "#FFFFFF", dark: "#101418"},
  "amount-5": {light: "#12436D", dark: "#BFDDF6"},
  "on-amount-5": {light: "#FFFFFF", dark: "#101418"},
} as const satisfies Readonly<Record<string, Colour>>;

/** Number of steps from little to much. */
export const amountSteps = 5;

/** The font of everything that is not running text; Arial has the next nearest widths. */
export const fontFamily = "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif";

/** The name of a token's custom property: `--figure-ink`. */
export function customProperty(token: Token): string {
  return `--figure-${token}`;
}

/** Declarations of every token for a style sheet: `--figure-ink:#1D2329;…`. */
export function declarations(scheme: "light" | "dark"): string {
  return Object.entries(colours)
    .map(([token, colour]) => `--figure-${token}:${colour[scheme]};`)
    .join("");
}

const showWide = ".drawing-wide,.of-wide{display:block}.drawing-narrow,.of-narrow{display:none}";

/**
 * The style sheet of the site's figures: colours of both schemes, and which of a figure's two drawings is shown. The
 * wide drawing is shown where it keeps its text at 12 px or more; needs `container-type: inline-size` on an ancestor.
 */
export function figureStyleSheet(): string {
  return [
    `:root{${declarations("light")}}`,
    `@media (prefers-color-scheme:dark){:root{${declarations("dark")}}}`,
    `@media print{:root{${declarations("light")}}}`,
    ".drawing{display:block;height:auto;max-width:100%;font-variant-numeric:lining-nums tabular-nums}",
    ".drawing-wide{display:none}.drawing-narrow{max-width:30rem}",
    ".of-wide{display:none}",
    `@container (min-width:42.5rem){${showWide}}`,
    `@media print{${showWide}}`,
    "",
  ].join("\n");
}
