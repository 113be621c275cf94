import path from "node:path";

/** Where a command's outputs go: into the project, or below the folder that `--out` names and nowhere else. */
export interface Outputs {
  /** Holds `releases/<edition>/release.json`. */
  readonly data: string;
  /** Whether what is written counts as published: into the project it does, below `--out` it is a trial. */
  readonly isLedger: boolean;
  readonly site: string;
  /** Holds a folder for every edition with what the analyst signs off: confidential, never where the site or a release goes. */
  readonly signOff: string;
  /** Whether `--sign-off` names that folder, which may hold other things too. */
  readonly isSignOffNamed: boolean;
}

/** Folders that options name, absolute. */
export interface NamedFolders {
  readonly out?: string | undefined;
  readonly signOff?: string | undefined;
}

/** The outputs of a project, or those below `out`; what is confidential stays beside the extracts or goes to `signOff`. */
export function outputsOf(root: string, {out, signOff}: NamedFolders = {}): Outputs {
  const extracts = path.join(root, "data/extracts");
  const isSignOffNamed = signOff !== undefined;
  if (out === undefined) {
    return {
      data: path.join(root, "data"),
      isLedger: true,
      site: path.join(root, "dist"),
      signOff: signOff ?? path.join(extracts, "sign-off"),
      isSignOffNamed,
    };
  }
  return {
    data: out,
    isLedger: false,
    site: path.join(out, "dist"),
    // Beside the other sign-offs, not among them: an edition may have any name.
    signOff: signOff ?? path.join(extracts, "sign-off-of-trials"),
    isSignOffNamed,
  };
}

/** Where every build of a project prepares its outputs, wherever they go, and notes what it moves. */
export function buildsFolder(root: string): string {
  return path.join(root, ".cache");
}

/** The folder of the project's ledger: every release that was published. */
export function ledgerFolder(root: string): string {
  return path.join(root, "data/releases");
}

/** Where the release of an edition stands below a folder of outputs: the project's `data`, or what `--out` names. */
export function releaseFile(folder: string, edition: string): string {
  return path.join(folder, "releases", edition, "release.json");
}

/**
 * The folder of what the analyst signs off for an edition: `sign-off.json`, `audit.txt`, `certificate.json`, `people.json`,
 * `extracts.log`, `dossier.txt`, `tally.json`, and `refused.txt` where the last release was refused.
 */
export function signOffFolder(folder: string, edition: string): string {
  return path.join(folder, edition);
}
