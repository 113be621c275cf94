import type {Project} from "../../publication/index.ts";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {writeWhole} from "../../files/index.ts";
import type {Answers} from "./client.ts";
import {defaultMargin} from "./defaultMargin.ts";
import {describeExtracts} from "./describeExtracts.ts";
import {drawClients} from "./drawClients.ts";
import {drawForms} from "./drawForms.ts";
import {formatExtract} from "./formatExtract.ts";
import {columnNamed, readLayout} from "./layout.ts";
import {impossible, readMargins, type MarginsFile} from "./marginsFile.ts";
import {planColumns, type ExtractPlan} from "./plan.ts";
import {drawOutsiders, plantFaults} from "./plantFaults.ts";
import {createRandom, type Random} from "./random.ts";
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
  const plans = Object.keys(file.margins.extracts).map((name) => planExtract(options.project, file, name));
  const seed = options.seed ?? file.margins.seed;
  const random = createRandom(seed);
  const drawn = new Map<string, readonly Answers[]>();
  const made = plans.map((plan) => {
    const clients = drawPeople(plan, {drawn, random: random.fork(plan.name)});
    drawn.set(plan.name, clients);
    return {plan, forms: drawAllForms(plan, clients, random.fork(plan.name))};
  });
  mkdirSync(options.out, {recursive: true});
  for (const {plan, forms} of made) writeWhole(join(options.out, plan.margins.file), formatExtract(plan, forms));
  writeWhole(join(options.out, "README.md"), describeExtracts(file.margins, {margins: options.margins, seed, plans}));
  return made.map(({plan, forms}) => ({
    extract: plan.name,
    path: join(options.out, plan.margins.file),
    forms: forms.length,
    clients: plan.clients,
    columnsWithoutMargin: plan.columns.filter(({isDefault}) => isDefault).map(({name}) => name),
  }));
}

function planExtract(project: Project, {margins: file, locate}: MarginsFile, name: string): ExtractPlan {
  const margins = file.extracts[name];
  if (!margins) throw impossible(locate("extracts"), `there is no extract "${name}".`);
  const plan = {
    project,
    name,
    margins,
    layout: readLayout(project, margins.dictionary, file),
    period: file.period,
    clients: margins.clients.count,
    locate: (...path: readonly PropertyKey[]) => locate("extracts", name, ...path),
  };
  const fallback = (column: string) =>
    defaultMargin(plan.layout, margins.table, columnNamed(plan.layout, column, plan.locate("columns")));
  return {...plan, columns: planColumns(plan, fallback)};
}

function drawPeople(
  plan: ExtractPlan,
  {drawn, random}: {drawn: ReadonlyMap<string, readonly Answers[]>; random: Random},
): readonly Answers[] {
  const clients = drawClients(plan, random.fork("clients"));
  const request = plan.margins["also-in"];
  if (!request) return clients;
  const others = drawn.get(request.extract);
  if (!others) throw impossible(plan.locate("also-in"), `there is no extract "${request.extract}" before this one.`);
  return shareClients(plan, {clients, others, random: random.fork("shared")});
}

function drawAllForms(plan: ExtractPlan, clients: readonly Answers[], random: Random) {
  const forms = drawForms(plan, clients, random.fork("forms"));
  const planted = plantFaults(plan, forms, random.fork("faults"));
  return [...planted, ...drawOutsiders(plan, clients, random.fork("outside"))];
}
