import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {root} from "../cli/runCommand.ts";
import {shellEnvironment} from "../shellEnvironment.ts";

/** What the package is packed from. */
const packed = [".ci", "src", "templates", "data/codelists", "data/dictionaries", "data/reference", "docs"];
const files = ["package.json", "tsconfig.base.json", "README.md", "LICENSE", "CHANGELOG.md", "GLOSSARY.md"];

/** A folder with a space in its name and nothing in it but the package, installed as npm would. */
export interface InstalledPackage {
  /** The folder that it is installed in. */
  readonly place: string;
  /** The folder of the package. */
  readonly folder: string;
  /** Runs a command of the package below that folder. */
  readonly run: (folder: string, ...argv: readonly string[]) => PackageRun;
  /** Removes it all. */
  readonly remove: () => void;
}

export interface PackageRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Packs this package with npm and unpacks it into `node_modules` elsewhere. No registry is asked: the packages that it needs
 * are linked, where it alone finds them and not the project, as npm lays them where versions differ.
 */
export function installPackage(): InstalledPackage {
  const about = realpathSync(mkdtempSync(path.join(tmpdir(), "package-")));
  const place = path.join(about, "an observatory");
  const folder = path.join(place, "node_modules/smallprint");
  mkdirSync(path.dirname(folder), {recursive: true});
  unpack(pack(copySources(about), about), about);
  renameSync(path.join(about, "package"), folder);
  mkdirSync(path.join(folder, "node_modules"));
  for (const name of readdirSync(path.join(root, "node_modules"))) {
    symlinkSync(path.join(root, "node_modules", name), path.join(folder, "node_modules", name));
  }
  const program = path.join(folder, "src/cli/smallprint.mjs");
  return {
    place,
    folder,
    run: (below, ...argv) => run(process.execPath, [program, ...argv], path.join(place, below)),
    remove: () => {
      rmSync(about, {recursive: true, force: true});
    },
  };
}

/** Packing writes beside what it packs: other tests look there too. */
function copySources(about: string): string {
  const sources = path.join(about, "sources");
  for (const name of [...packed, ...files]) {
    cpSync(path.join(root, name), path.join(sources, name), {recursive: true});
  }
  symlinkSync(path.join(root, "node_modules"), path.join(sources, "node_modules"));
  return sources;
}

function pack(sources: string, about: string): string {
  const {status, stderr} = run("npm", ["pack", "--offline", "--pack-destination", about], sources);
  if (status !== 0) throw new Error(`npm could not pack: ${stderr}`);
  const [archive] = readdirSync(about).filter((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error("npm packed nothing");
  return path.join(about, archive);
}

function unpack(archive: string, about: string): void {
  const {status, stderr} = run("tar", ["-xzf", archive, "-C", about], about);
  if (status !== 0) throw new Error(stderr);
}

function run(command: string, argv: readonly string[], cwd: string): PackageRun {
  const {status, stdout, stderr} = spawnSync(command, argv, {cwd, encoding: "utf8", env: shellEnvironment()});
  return {status, stdout, stderr};
}
