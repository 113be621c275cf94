import type {Project} from "../publication/index.ts";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {writeWhole} from "../files/index.ts";
import type {Answers} from "./client.ts";
import {defaultMargin} from "./defaultMargin.ts";
import {describeExtracts} from "./describeExtracts.ts";
import {drawClients} from "./drawClients.ts";
import {drawForms} from "./drawForms.ts";
import {formatExtract} from "./formatExtract.ts";
import {columnNamed, readLayout} from "./layout.ts";
import {impossible, readMargins, type MarginsFile} from "./marginsFile.ts";
import {columnRecipes, type ExtractRecipe} from "./extractRecipe.ts";
import {drawOutsiders, plantFaults} from "./plantFaults.ts";
import {createRandom, type Random} from "./random.ts";
import {returnClients} from "./returnClients.ts";
import {shareClients} from "./shareClients.ts";

/** What to make, and where to put it. */
export interface SynthesiseOptions {
  readonly project: Project;
  /** Name of a file in data/reference/margins, without its ending. */
  readonly margins: string;
  /** The same seed gives the same bytes. Without one, the seed of the margins file is used. */
  readonly seed?: string | undefined;
  /** Folder that the extracts are written to; it is made where it does not exist. */
  readonly out: string;
}

/** An extract that was written. */
export interface SynthesisedExtract {
  readonly extract: string;
  readonly path: string;
  readonly forms: number;
  /** Clients with a form in the period. */
  readonly clients: number;
  /** Columns that the margins say nothing of: drawn plausibly. */
  readonly columnsWithoutMargin: readonly string[];
}

/**
 * Makes extracts of invented people from dictionaries and published margins: every margin holds exactly, and what
 * nobody published is plausible. Writes a CSV for each extract and a README.md that says what is made up.
 * Throws DictionaryError, with file and line, for a faulty margins file and for margins that cannot hold together.
 */
export function synthesise(options: SynthesiseOptions): readonly SynthesisedExtract[] {
  const file = readMargins(options.project, options.margins);
  const recipes = Object.keys(file.margins.extracts).map((name) => recipeFor(options.project, file, name));
  const seed = options.seed ?? file.margins.seed;
  const random = createRandom(seed);
  const drawn = new Map<string, readonly Answers[]>();
  const made = recipes.map((recipe) => {
    const clients = drawPeople(recipe, {drawn, random: random.fork(recipe.name)});
    drawn.set(recipe.name, clients);
    return {recipe, forms: drawAllForms(recipe, clients, random.fork(recipe.name))};
  });
  mkdirSync(options.out, {recursive: true});
  for (const {recipe, forms} of made) {
    const {file} = recipe.margins;
    const text = formatExtract(recipe, forms);
    writeWhole(join(options.out, file), file.endsWith(".gz") ? gzipSync(text, {level: 9}) : text);
  }
  writeWhole(join(options.out, "README.md"), describeExtracts(file.margins, {margins: options.margins, seed, recipes}));
  return made.map(({recipe, forms}) => ({
    extract: recipe.name,
    path: join(options.out, recipe.margins.file),
    forms: forms.length,
    clients: recipe.clients,
    columnsWithoutMargin: recipe.columns.filter(({isDefault}) => isDefault).map(({name}) => name),
  }));
}

function recipeFor(project: Project, {margins: file, locate}: MarginsFile, name: string): ExtractRecipe {
  const margins = file.extracts[name];
  if (!margins) throw impossible(locate("extracts"), `there is no extract "${name}".`);
  const recipe = {
    project,
    name,
    margins,
    layout: readLayout(project, margins.dictionary, file),
    period: file.period,
    clients: margins.clients.count,
    locate: (...path: readonly PropertyKey[]) => locate("extracts", name, ...path),
  };
  const fallback = (column: string) =>
    defaultMargin(recipe.layout, margins.table, columnNamed(recipe.layout, column, recipe.locate("columns")));
  return {...recipe, columns: columnRecipes(recipe, fallback)};
}

function drawPeople(
  recipe: ExtractRecipe,
  {drawn, random}: {drawn: ReadonlyMap<string, readonly Answers[]>; random: Random},
): readonly Answers[] {
  const drawnAlone = drawClients(recipe, random.fork("clients"));
  const clients = returnClients(recipe, {clients: drawnAlone, random: random.fork("returns")});
  const request = recipe.margins["also-in"];
  if (!request) return clients;
  const others = drawn.get(request.extract);
  if (!others) throw impossible(recipe.locate("also-in"), `there is no extract "${request.extract}" before this one.`);
  return shareClients(recipe, {clients, others, random: random.fork("shared")});
}

function drawAllForms(recipe: ExtractRecipe, clients: readonly Answers[], random: Random) {
  const forms = drawForms(recipe, clients, random.fork("forms"));
  const planted = plantFaults(recipe, forms, random.fork("faults"));
  return [...planted, ...drawOutsiders(recipe, clients, random.fork("outside"))];
}
