import path from "node:path";

/** Where a command's outputs go: into the project, or below the folder that `--out` names and nowhere else. */
export interface Outputs {
  /** Holds `releases/<edition>/release.json`. */
  readonly data: string;
  /** Whether what is written counts as published: into the project it does, below `--out` it is a trial. */
  readonly isLedger: boolean;
  readonly site: string;
  /** Holds a folder for every edition with what the analyst signs off: confidential, beside the extracts. */
  readonly signOff: string;
  /** Where a build prepares them: on the same file system, so that they can be moved into place at once. */
  readonly staging: string;
}

/** The outputs of a project, or those below `out`. */
export function outputsOf(root: string, out?: string): Outputs {
  if (out === undefined) {
    return {
      data: path.join(root, "data"),
      isLedger: true,
      site: path.join(root, "dist"),
      signOff: path.join(root, "data/extracts/sign-off"),
      staging: path.join(root, ".cache"),
    };
  }
  return {
    data: out,
    isLedger: false,
    site: path.join(out, "dist"),
    signOff: path.join(out, "sign-off"),
    staging: out,
  };
}

/** The folder of the project's ledger: every release that was published. */
export function ledgerFolder(root: string): string {
  return path.join(root, "data/releases");
}

/** Where the release of an edition stands below a folder of outputs: the project's `data`, or what `--out` names. */
export function releaseFile(folder: string, edition: string): string {
  return path.join(folder, "releases", edition, "release.json");
}

/** The folder of what the analyst signs off for an edition: `sign-off.json`, `audit.txt` and `certificate.json`. */
export function signOffFolder(folder: string, edition: string): string {
  return path.join(folder, edition);
}
