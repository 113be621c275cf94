import path from "node:path";

/** Where a command's outputs go: into the project, or below the folder that `--out` names and nowhere else. */
export interface Outputs {
  /** Holds `releases/<edition>/release.json`. */
  readonly data: string;
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
      site: path.join(root, "dist"),
      signOff: path.join(root, "data/extracts/sign-off"),
      staging: path.join(root, ".cache"),
    };
  }
  return {data: out, site: path.join(out, "dist"), signOff: path.join(out, "sign-off"), staging: out};
}

/** Where the release of an edition stands below a folder of outputs: the project's `data`, or what `--out` names. */
export function releaseFile(folder: string, edition: string): string {
  return path.join(folder, "releases", edition, "release.json");
}

/** The folder of what the analyst signs off for an edition: `sign-off.json`, `audit.txt` and `certificate.json`. */
export function signOffFolder(folder: string, edition: string): string {
  return path.join(folder, edition);
}
