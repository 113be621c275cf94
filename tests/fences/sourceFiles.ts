import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";

/** The project's root. */
export const root = path.resolve(import.meta.dirname, "../..");

/** A file of the source with the files of the project that it imports, all from the root, with `/`. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Every way in which one module names another: static, dynamic, re-exported, and `?raw` or `?url` queries. */
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bimport\.meta\.glob\(\s*|\bnew URL\(\s*)["'`]([^"'`]+)["'`]/g;

/** Every source file below `folder`, `.astro` files included. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(path.join(root, folder), {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(ts|mjs|astro)$/.test(name))
    .map((name) => path.posix.join(folder, name))
    .map((file) => ({file, text: readFileSync(path.join(root, file), "utf8")}))
    .map(({file, text}) => ({file, text, imports: importsOf(file, text)}))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** The project's files that the text of a file imports. Packages are left out. */
export function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(importPattern)]
    .map(([, specifier = ""]) => specifier.replace(/\?.*$/, ""))
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => path.posix.join(path.posix.dirname(file), specifier));
}
