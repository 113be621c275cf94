import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";

/** The project's root. */
export const root = path.resolve(import.meta.dirname, "../..");

/** A document for people, by its path from the root. */
export interface Document {
  readonly file: string;
  readonly text: string;
}

/** Every Markdown document for people: those of the root and of `docs/`. */
export function readDocuments(): readonly Document[] {
  return ["", "docs"].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => path.posix.join(folder, name))
      .map((file) => ({file, text: readFileSync(path.join(root, file), "utf8")})),
  );
}

/** The contents of a document's code blocks of one language. */
export function codeBlocks({text}: Document, language: string): readonly string[] {
  const blocks = text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm);
  return [...blocks]
    .filter(([, , found]) => found === language)
    .map(([, indent = "", , body = ""]) => body.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
}

/** One document. */
export function readDocument(file: string): Document {
  return {file, text: readFileSync(path.join(root, file), "utf8")};
}
