import {existsSync} from "node:fs";
import {isAbsolute, resolve} from "node:path";
import {adviseOnName, stretchOf, windowOf, type Report, type Project} from "../../../publication/index.ts";
import {ExtractError} from "../ExtractError.ts";
import {countedExtracts} from "../modelOfExtract.ts";
import type {OpenRecords} from "../RecordSource.ts";
import type {Ingested, IngestedExtract} from "./ingested.ts";
import {extractModel} from "./extractModel.ts";
import {sourceOf} from "./sourceOf.ts";
import {refuseOneFileTwice} from "./refuseOneFileTwice.ts";
import {openExtract, type OpenedExtract, type Source} from "./openExtract.ts";
import {readExtract} from "./readExtract.ts";
import {defaultLimits, openWorkspace, type Workspace, type WorkspaceLimits} from "./workspace.ts";

export interface IngestOptions {
  readonly project: Project;
  readonly report: Report;
  /** Paths that stand for those of the report, by name of the extract; from the working directory. */
  readonly extracts?: Readonly<Record<string, string>>;
  readonly limits?: WorkspaceLimits;
}

/** Opens the files of a report's extracts, or those that stand in for some of them, by name of the extract. */
export function fromFiles(extracts: IngestOptions["extracts"] = {}): OpenRecords {
  return ({project, report}) => ingest({project, report, extracts});
}

/**
 * Reads and checks every extract of a report, and chooses the form that stands for each client.
 * Throws ExtractError (exit code 10) for a fault that spoils a file, DictionaryError (11) for one of the public files.
 */
export async function ingest({
  project,
  report,
  extracts = {},
  limits = defaultLimits,
}: IngestOptions): Promise<Ingested> {
  const sources = locateExtracts(project, report, extracts);
  await refuseOneFileTwice(sources);
  const workspace = await openWorkspace(limits);
  try {
    const extracts = await readExtracts(sources, {project, report, workspace});
    const read = {report, extracts, connection: workspace.connection};
    return {...read, ...sourceOf(read, () => workspace[Symbol.asyncDispose]())};
  } catch (error) {
    await workspace[Symbol.asyncDispose]();
    throw error;
  }
}

async function readExtracts(
  sources: ReadonlyMap<string, Source>,
  {project, report, workspace}: {project: Project; report: Report; workspace: Workspace},
): Promise<ReadonlyMap<string, IngestedExtract>> {
  // Every column that is asked for is found in every file before a form of any is read.
  const opened = new Map<string, OpenedExtract>();
  for (const [name, source] of sources) {
    const model = extractModel(project, report, name);
    opened.set(name, await openExtract(source, model, workspace));
  }
  const read = new Map<string, IngestedExtract>();
  for (const [name, one] of opened) {
    read.set(
      name,
      await readExtract(
        {name, opened: one, period: {...windowOf(report, name), each: stretchOf(name, report.populations)}},
        workspace,
      ),
    );
  }
  return read;
}

function locateExtracts(
  project: Project,
  report: Report,
  overrides: Readonly<Record<string, string>>,
): ReadonlyMap<string, Source> {
  const known = Object.keys(report.extracts);
  for (const name of Object.keys(overrides)) {
    if (known.includes(name)) continue;
    throw new ExtractError(
      {file: `extract "${name}"`},
      `the report has no extract of that name. ${adviseOnName(name, known)}`,
    );
  }
  return new Map(
    countedExtracts(report).map((name) => {
      const override = overrides[name];
      const file = override ?? report.extracts[name] ?? "";
      const path = override === undefined && !isAbsolute(file) ? resolve(project.root, file) : resolve(file);
      if (existsSync(path)) return [name, {path, file}];
      throw new ExtractError({file}, `there is no such file for the extract "${name}". Put it there or give its path.`);
    }),
  );
}
