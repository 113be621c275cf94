import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from "node:fs";
import path from "node:path";
import {ownPackage, writeWhole} from "../../files/index.ts";
import {openProject} from "../../publication/index.ts";
import {synthesise} from "../../synthetic/index.ts";
import {UsageError} from "../UsageError.ts";
import {projectManifest} from "./projectManifest.ts";
import {versionFile, versionText} from "../upgrade/projectVersion.ts";

/** What a new project has of the program's own. */
const shipped = ["templates", "data/dictionaries", "data/codelists", "data/reference"] as const;

/** Margins of the program's own examples, which are too large to learn from. */
const ownMargins = "data/reference/margins";

/** What is of the new project alone: its example, and texts that begin with the project's name. */
const starter = path.join(import.meta.dirname, "starter");

/** Made-up extracts of the example. */
const example = "example-visits-2024";

/** A project to make. */
export interface NewProject {
  /** Absolute. */
  readonly folder: string;
  /** Whose reports it shall hold. */
  readonly name: string;
  /** The version of the program. */
  readonly version: string;
}

/**
 * Makes a project in a folder that is not there yet, or is empty: whole, or not at all. Throws UsageError for any other
 * place.
 */
export function makeProject({folder, name, version}: NewProject): void {
  refuseTaken(folder);
  const parent = path.dirname(folder);
  if (!existsSync(parent))
    throw new UsageError(`${parent}: there is no such folder to make a project in. Make it first.`);
  const called = path.basename(folder);
  const unfinished = path.join(parent, `.${called}.building-${process.pid}`);
  try {
    mkdirSync(unfinished);
    fillProject(unfinished, {called, name, version});
    if (existsSync(folder)) rmSync(folder, {recursive: true});
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, {recursive: true, force: true});
  }
}

function refuseTaken(folder: string): void {
  const entry = statSync(folder, {throwIfNoEntry: false});
  if (entry === undefined) return;
  if (!entry.isDirectory()) throw new UsageError(`${folder}: this is a file. Name a folder that is not there yet.`);
  if (readdirSync(folder).length === 0) return;
  throw new UsageError(`${folder}: this folder is not empty, and nothing in it is replaced. Name another.`);
}

interface Filling extends Omit<NewProject, "folder"> {
  /** What its folder will be called. */
  readonly called: string;
}

function fillProject(folder: string, {called, name, version}: Filling): void {
  const margins = path.join(ownPackage, ownMargins);
  for (const part of shipped) {
    cpSync(path.join(ownPackage, part), path.join(folder, part), {
      recursive: true,
      filter: (file) => file !== margins,
    });
  }
  cpSync(starter, folder, {recursive: true});
  // npm leaves out of a package what is called .gitignore.
  renameSync(path.join(folder, "gitignore"), path.join(folder, ".gitignore"));
  fillName(path.join(folder, "README.md"), name);
  // A name may hold what means something in YAML.
  fillName(path.join(folder, "theme.yaml"), JSON.stringify(name));
  writeWhole(path.join(folder, "package.json"), projectManifest({called, version}));
  writeWhole(path.join(folder, versionFile), versionText(version));
  synthesise({project: openProject(folder), margins: example, out: path.join(folder, "data/synthetic", example)});
}

function fillName(file: string, name: string): void {
  writeWhole(
    file,
    readFileSync(file, "utf8").replaceAll("{{name}}", () => name),
  );
}
