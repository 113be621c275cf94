import {z} from "zod";
import {parseClaim} from "../directive/parseClaim.ts";
import type {Claim, FigureBlock, TableBlock} from "../document/publication.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import {directivesIn} from "../markdown/readTokens.ts";
import {publicationFault} from "../PublicationError.ts";
import {parseQuery} from "../query/parseQuery.ts";
import type {Query} from "../query/query.ts";
import type {BlockContext, RawBlock} from "./blockContext.ts";
import {readStandings, standingSides} from "./readStandings.ts";
import {checkMeasure, checkPlain, countWords, inlineOf} from "./inline.ts";

/** A title is the finding, not a paragraph. Source: docs/writing-a-report.md, "Figures". */
const mostTitleWords = 10;

/** With endings and what is added to it on the way, a file's name has to be within 255 bytes. */
const longestName = 100;

/** A text that something is to be read in. */
const said = z.string().regex(/\S/, "this is blank, and a text is needed");

/** What the builder calls columns beside a query's own: another with such a heading could be taken for them. */
const ownHeadings = ["number", "base", "averaged", "95% interval"];

const columnHeading = z
  .string()
  .regex(/\S/, "this is blank, and a text is needed")
  .refine(
    (heading) => !ownHeadings.includes(heading.trim().toLowerCase()),
    "Number, Base, Averaged and 95% interval head columns of the builder's own: write another heading",
  );

/** A query, or a query with the name of its series, or the heading of its column, in this figure. */
const asked = z.union([
  z.string(),
  z.strictObject({query: z.string(), label: z.string().min(1).optional(), heading: columnHeading.optional()}),
]);

/** Categories that a figure or table may leave out by their role. */
const omitted = z.enum(["not-stated", "outside"]);

const common = {
  title: said,
  measure: said,
  show: z.union([asked, z.array(asked).min(1)]),
  heading: said.optional(),
  omit: z.union([omitted, z.array(omitted).min(1)]).optional(),
  claims: z.array(z.string()).optional(),
  note: z.string().optional(),
  source: z.string().optional(),
};

const figureSchema = z.looseObject({
  ...common,
  chart: z.string(),
  otherwise: z.string().optional(),
  replaces: z.array(z.int().min(1)).optional(),
});

const tableSchema = z.strictObject({
  ...common,
  landscape: z.boolean().optional(),
  status: z.enum(standingSides).optional(),
});

/** Reads `::: figure id`. Its number is given when the whole report is known. Throws PublicationError. */
export function readFigure(block: RawBlock, context: BlockContext): FigureBlock {
  const yaml = readYaml(block.body, figureSchema);
  const {chart, otherwise, replaces} = yaml.value;
  const parts = readParts(block, yaml, context);
  const words = countWords(parts.title);
  if (words > mostTitleWords) {
    const what = `the title has ${words} words`;
    context.faults.add({
      position: yaml.positionOf(["title"]),
      what,
      remedy: `Say the finding in ${mostTitleWords} words`,
    });
  }
  return {
    kind: "figure",
    ...parts,
    chart,
    options: optionsOf(yaml.value),
    ...(otherwise !== undefined && {otherwise: checkPlain(otherwise, {yaml, path: ["otherwise"]}, context)}),
    replaces: replaces ?? [],
  };
}

/** What is left over are options of the chart. */
function optionsOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(figureSchema.shape, name)));
}

/** Reads `::: table id`. Throws PublicationError. */
export function readTableBlock(block: RawBlock, context: BlockContext): TableBlock {
  const yaml = readYaml(block.body, tableSchema);
  const {landscape = false, status} = yaml.value;
  const parts = readParts(block, yaml, context);
  const held = status && readStandings(parts.show, status, context.indicators);
  return {kind: "table", ...parts, ...held, landscape};
}

type Parts = Pick<
  TableBlock,
  "id" | "number" | "title" | "measure" | "show" | "heading" | "omit" | "claims" | "note" | "source" | "position"
>;

function readParts(
  block: RawBlock,
  yaml: YamlValue<z.output<typeof tableSchema> | z.output<typeof figureSchema>>,
  context: BlockContext,
): Parts {
  const {title, measure, heading, omit = [], note, source} = yaml.value;
  const titleLine = inlineOf(title, {yaml, path: ["title"]}, context);
  checkTitle(titleLine, context);
  return {
    id: readId(block),
    number: "",
    title: titleLine,
    measure: checkMeasure(measure, {yaml, path: ["measure"], isCitation: false}, context),
    show: readQueries(yaml, context),
    ...(heading !== undefined && {heading: checkPlain(heading, {yaml, path: ["heading"]}, context)}),
    omit: [omit].flat(),
    claims: readClaims(yaml, context),
    ...(note !== undefined && {note: inlineOf(note, {yaml, path: ["note"]}, context)}),
    ...(source !== undefined && {source: checkMeasure(source, {yaml, path: ["source"], isCitation: true}, context)}),
    position: block.position,
  };
}

/** Half a finding is none: a title falls back whole, or not at all. */
function checkTitle(title: FigureBlock["title"], {faults}: BlockContext): void {
  for (const directive of directivesIn(title)) {
    if (!("otherwise" in directive)) continue;
    const what = "a number of a title has words of its own for when it is withheld";
    const remedy = 'Give the whole title other words, {{ otherwise "…" }}; without any, what is measured stands there';
    faults.add({position: directive.position, what, remedy});
  }
}

function readId({meta, position}: RawBlock): string {
  if (meta.argument.length > longestName) {
    const remedy = `Name it in ${String(longestName)} letters at most`;
    throw publicationFault(`the name of this ${meta.name} is too long for files`, remedy, position);
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(meta.argument)) return meta.argument;
  const what = meta.argument === "" ? `this ${meta.name} has no name` : `"${meta.argument}" is not a name`;
  throw publicationFault(
    what,
    `Name it in lower-case letters, digits and hyphens: ::: ${meta.name} sex-by-setting`,
    position,
  );
}

type Asked = z.output<typeof asked>;

function readQueries(yaml: YamlValue<{show: Asked | Asked[]}>, context: BlockContext): Query[] {
  const {show} = yaml.value;
  const all = Array.isArray(show)
    ? show.map((one, index) => ({one, path: ["show", index]}))
    : [{one: show, path: ["show"]}];
  return all.flatMap(({one, path}) => context.faults.attempt(() => readAsked(one, {yaml, path}, context)) ?? []);
}

function readAsked(
  one: Asked,
  {yaml, path}: {yaml: YamlValue<unknown>; path: readonly (string | number)[]},
  context: BlockContext,
): Query {
  if (typeof one === "string") return parseQuery(one, yaml.positionOf(path), context.indicators);
  const named = (["label", "heading"] as const).flatMap((field) => {
    const text = one[field];
    return text === undefined ? [] : [[field, checkPlain(text, {yaml, path: [...path, field]}, context)] as const];
  });
  const query = parseQuery(one.query, yaml.positionOf([...path, "query"]), context.indicators);
  return {...query, ...Object.fromEntries(named)};
}

function readClaims(yaml: YamlValue<{claims?: string[] | undefined}>, {faults, indicators}: BlockContext): Claim[] {
  const claims = (yaml.value.claims ?? []).map((text, index) => ({text, path: ["claims", index]}));
  return claims.flatMap(
    ({text, path}) => faults.attempt(() => parseClaim(text, yaml.positionOf(path), indicators)) ?? [],
  );
}
