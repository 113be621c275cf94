import type {Directive, Inline} from "../../../publication/index.ts";

/** A directive that says how numbers stand to one another. */
export type ComparingDirective = Extract<Directive, {kind: "compare" | "status" | "change" | "outlying" | "ranking"}>;

/** How a line of the text looks on the page, whatever its numbers are, and what it compares. */
export interface LinePattern {
  /** A group for the words of every comparison, in their order. */
  readonly pattern: RegExp;
  readonly comparisons: readonly ComparingDirective[];
  /** What may stand in the place of the whole line. */
  readonly instead: readonly string[];
}

type Token = Inline[number];

/** The pattern of a line; undefined where it compares nothing. */
export function linePattern(line: Inline): LinePattern | undefined {
  const tokens = line.flatMap(({children, ...token}) => children ?? [token as Token]);
  const directives = tokens.flatMap((token) => (token.type === "directive" ? [token.meta as Directive] : []));
  const comparisons = directives.filter(isComparison);
  if (comparisons.length === 0) return undefined;
  const source = tokens.map(patternOf).join("").trim().replace(/\s+/g, "\\s+");
  return {
    pattern: new RegExp(`^\\s*${source}\\s*$`, "u"),
    comparisons,
    instead: directives.flatMap((one) => (one.kind === "otherwise" ? [one.text] : [])),
  };
}

function isComparison(directive: Directive): directive is ComparingDirective {
  return ["compare", "status", "change", "outlying", "ranking"].includes(directive.kind);
}

function patternOf({type, content, meta}: Token): string {
  if (type === "softbreak" || type === "hardbreak") return " ";
  if (type === "text" || type === "code_inline") return content.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  if (type === "footnote_ref") return "(?:.*?)";
  if (type !== "directive") return "";
  const directive = meta as unknown as Directive;
  if (["claim", "claim-rank", "otherwise", "unclaimed"].includes(directive.kind)) return "";
  return isComparison(directive) ? "(.+?)" : "(?:.*?)";
}
