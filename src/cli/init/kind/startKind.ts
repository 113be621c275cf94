import {existsSync} from "node:fs";
import path from "node:path";
import type {DraftedExtract} from "../../../confidential/index.ts";
import {checkEditionName, loadReport, openProject, type Period, type Project} from "../../../publication/index.ts";
import {checkEditionText} from "../../check/checkEdition.ts";
import {CheckError} from "../../check/CheckFindings.ts";
import type {ProjectEnvironment} from "../../environment.ts";
import {requireEditionName} from "../../requireEdition.ts";
import {UsageError} from "../../UsageError.ts";
import {withStaging} from "../../withStaging.ts";
import {composeEdition, settleEdition, type InitOptions} from "../draftEdition.ts";
import {pathFromRoot} from "../pathFromRoot.ts";
import {writeReportYaml} from "../writeReportYaml.ts";
import {describeKind} from "./describeKind.ts";
import {nameKind, type KindDraft, type UnnamedExtract} from "./kindDraft.ts";
import {kindFiles} from "./kindFiles.ts";
import {stageProject} from "./stageProject.ts";

/** What `init` was told of a kind of report that does not exist yet. */
export interface KindOptions extends InitOptions {
  readonly kind: string;
  /** Columns of the extracts, where they are not to be guessed. */
  readonly client?: string;
  readonly date?: string;
}

/**
 * Starts a kind of report and its first edition: dictionaries and code lists drafted from extracts, a template and a
 * `report.yaml`, all of them or none. They are tried out before they are put in place: `check` passes, and the extracts can be
 * read by their dictionaries. Throws UsageError where something stands there already.
 */
export async function startKind(edition: string, options: KindOptions, environment: ProjectEnvironment): Promise<void> {
  const {root, output} = environment;
  const {kind} = options;
  checkNew(edition, options, root);
  const project = openProject(root);
  const settled = await settleEdition({edition, options: {...options, template: kind}}, project, environment);
  const draft = nameKind(kind, settled.period, await draftExtracts(options, settled.period, root));
  const files = new Map(kindFiles(draft, root));
  refuseStanding([...files.keys()], root);
  const report = `reports/${edition}/report.yaml`;
  await withStaging({root, outputs: {isLedger: false}}, async (staging) => {
    const folder = path.join(staging.folder, "project");
    stageProject({root, folder, files});
    const extracts = draft.extracts.map((one) => ({...one, columns: [], unplaced: []}));
    const composed = await composeEdition(edition, settled, {project: openProject(folder), root, extracts});
    files.set(report, writeReportYaml(composed));
    const staged = path.join(staging.folder, "whole");
    stageProject({root, folder: staged, files});
    await tryOut(openProject(staged), edition);
    const moves = [...files.keys()].map((file) => ({from: path.join(staged, file), to: path.join(root, file)}));
    return {moves, result: undefined};
  });
  output.write(`${[...describeKind(draft), ...whatNext(edition, draft)].join("\n")}\n`);
}

function checkNew(edition: string, {kind, template, extract}: KindOptions, root: string): void {
  requireEditionName(edition);
  checkEditionName(edition);
  const isName = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
  if (!isName(kind))
    throw new UsageError(`--kind ${kind}: name it in lower-case letters, digits and hyphens, as needle-exchange.`);
  if (template !== undefined)
    throw new UsageError("Give --kind for a new kind of report, or --template for one that there is.");
  const names = Object.keys(extract ?? {});
  if (names.length === 0) {
    throw new UsageError(
      "A new kind of report is drafted from an extract: give it with --extract, as --extract visits=data/extracts/visits.csv.",
    );
  }
  const odd = names.find((name) => !isName(name));
  if (odd !== undefined)
    throw new UsageError(
      `--extract ${odd}=…: name it in lower-case letters, digits and hyphens, by what its rows are, as visits.`,
    );
  refuseStanding([`templates/${kind}`, `reports/${edition}/report.yaml`], root);
}

function refuseStanding(files: readonly string[], root: string): void {
  const standing = files.find((file) => existsSync(path.join(root, file)));
  if (standing === undefined) return;
  throw new UsageError(
    `${standing} exists already, and nothing is replaced. Choose another name, or start an edition of that kind with --template.`,
  );
}

async function draftExtracts(
  {extract = {}, client, date}: KindOptions,
  period: Period,
  root: string,
): Promise<readonly UnnamedExtract[]> {
  const {draftExtract} = await import("../../../confidential/index.ts");
  const drafts: UnnamedExtract[] = [];
  for (const [name, file] of Object.entries(extract)) {
    const known = {...(client !== undefined && {client}), ...(date !== undefined && {date})};
    const drafted: DraftedExtract = await draftExtract({file, period, ...known});
    drafts.push({name, file: pathFromRoot(root, file), drafted});
  }
  return drafts;
}

/** Throws where what was drafted could not be built from: as `check` finds it, and as the extracts are read by it. */
async function tryOut(project: Project, edition: string): Promise<void> {
  try {
    await checkEditionText(project, edition);
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    throw new UsageError(`Nothing was written, because check does not let it pass:\n${error.message}`);
  }
  const {fromFiles} = await import("../../../confidential/index.ts");
  const read = await fromFiles()({project, report: loadReport(project, edition)});
  await read[Symbol.asyncDispose]();
}

function whatNext(edition: string, {kind, extracts}: KindDraft): readonly string[] {
  const dictionaries = extracts.map(({dictionary}) => `data/dictionaries/${dictionary}.yaml`).join(", ");
  return [
    `Wrote ${dictionaries}, templates/${kind}/ and reports/${edition}/report.yaml. Now:`,
    `  1. Look through the dictionary and the lists, and through report.yaml: who publishes, whether the extract is synthetic.`,
    `  2. npx smallprint check ${edition}`,
    `  3. npx smallprint build ${edition} --out ../trial`,
    `  4. Write: templates/${kind}/10-a-first-look.md is the first chapter. docs/a-new-kind-of-report.md goes on from here.`,
  ];
}
