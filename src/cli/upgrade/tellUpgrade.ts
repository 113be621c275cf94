import path from "node:path";
import {writeWhole} from "../../files/index.ts";
import {openProject, type Project} from "../../publication/index.ts";
import {UsageError} from "../UsageError.ts";
import {changes, type ProjectChange} from "./changes.ts";
import {compareVersions, projectVersion, versionFile, versionText} from "./projectVersion.ts";

/** A project, the version of the program, and whether it may change what needs no judgement. */
export interface Upgrade {
  readonly root: string;
  readonly version: string;
  readonly mayWrite: boolean;
}

interface OpenChange extends ProjectChange {
  readonly lines: readonly string[];
}

/**
 * What a project has to change for a version of the program, as lines to read; changes it where that may be. Throws
 * UsageError for a project that is laid out for a later version, and PublicationError for a file that cannot be read.
 */
export function tellUpgrade({root, version, mayWrite}: Upgrade): readonly string[] {
  const project = openProject(root);
  const made = projectVersion(project);
  if (made !== undefined && compareVersions(made, version) > 0) {
    throw new UsageError(
      `${versionFile}: this project is laid out for Smallprint ${made}, and this is ${version}. Install ${made} or later.`,
    );
  }
  const before = `${made === undefined ? "This project does not say which version it is laid out for" : `This project is laid out for ${made}`}, and this is Smallprint ${version}.`;
  const open = openChanges(project);
  const mended = mayWrite ? open.filter(({mend}) => mend !== undefined) : [];
  for (const {mend, lines} of mended) mend?.(project, lines);
  const left = open.filter((change) => !mended.includes(change));
  if (mayWrite && left.length === 0) writeWhole(path.join(root, versionFile), versionText(version));
  return [
    before,
    ...mended.flatMap((change) => describe(change, "done")),
    ...left.flatMap((change) => describe(change, change.mend === undefined ? "yours to do" : "to do")),
    conclusion({left, isNoted: made === version || mayWrite, mayWrite}),
  ];
}

/** Everything that is asked of a project and that it does not have, whenever it was made: what is there already is not told. */
function openChanges(project: Project): readonly OpenChange[] {
  return changes.map((change) => ({...change, lines: change.missing(project)})).filter(({lines}) => lines.length > 0);
}

function describe({version, asks, lines}: OpenChange, state: string): readonly string[] {
  return [`${version} (${state}): ${asks}:`, ...lines.map((line) => `  ${line}`)];
}

interface Outcome {
  readonly left: readonly OpenChange[];
  /** Whether the project's file says this version. */
  readonly isNoted: boolean;
  readonly mayWrite: boolean;
}

function conclusion({left, isNoted, mayWrite}: Outcome): string {
  if (left.some(({mend}) => mend === undefined))
    return 'Then run "smallprint upgrade --write", which notes the version.';
  if (left.length > 0 || (!isNoted && !mayWrite))
    return '"smallprint upgrade --write" does this, and notes the version.';
  return "Nothing is left to change.";
}
