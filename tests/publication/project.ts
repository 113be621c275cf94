import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {
  loadPublication,
  PublicationError,
  type Chapter,
  type Publication,
  openProject,
} from "../../src/publication/index.ts";

/** Path from the project's root → text. */
export type Files = Readonly<Record<string, string>>;

export const template = "templates/annual";
export const edition = "reports/kent-2007-08";

const report = [
  "template: annual",
  'title: "Kent, 2007/08"',
  "summary: Who was seen.",
  "region: south-east",
  "period: {from: 2007-04-01, to: 2008-03-31}",
  "published: 2008-11-20",
  "publisher: Observatory",
  "contact: observatory@example.org",
  "synthetic: true",
  "extracts: {prison: data/prison.csv, community: data/community.csv}",
  "map: {layout: south-east}",
  "",
].join("\n");

const declarations = [
  "populations:",
  "  prison: {label: prison clients, heading: Prison, extract: prison, dictionary: dirweb-prison, one: client}",
  "  community: {label: community clients, heading: Community, extract: community, dictionary: dirweb-community, one: client}",
  "references: [prevalence]",
  "",
].join("\n");

/** The least that makes a publication: no chapter yet. */
export const basis: Files = {
  "data/codelists/regions.csv": "code,name,label,text\nE12000008,south-east,South East,the South East\n",
  [`${template}/template.yaml`]: declarations,
  [`${edition}/report.yaml`]: report,
};

/** The edition as compared with another. */
export const compared: Files = {[`${edition}/report.yaml`]: `${report}compare-with: kent-2006-07\n`};

/** Writes a project to a folder of its own, which it returns. */
export function writeProject(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "publication-"));
  for (const [file, text] of Object.entries({...basis, ...files})) {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** Writes a project and reads its publication. */
export function publish(files: Files): Publication {
  return loadPublication(openProject(writeProject(files)), "kent-2007-08");
}

/** Publishes one chapter, `templates/annual/10-one.md`, headed "One". The text starts in its third line. */
export function chapterOf(markdown: string, files: Files = {}): Chapter {
  const [chapter] = publish({[`${template}/10-one.md`]: `# One\n\n${markdown}`, ...files}).chapters;
  if (chapter === undefined) throw new Error("there is no chapter");
  return chapter;
}

/** What is said about a publication that cannot be read; empty where it can. */
export function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof PublicationError) return error.message.split("\n");
    throw error;
  }
  return [];
}

/** The faults of one chapter. */
export function chapterFaults(markdown: string, files: Files = {}): readonly string[] {
  return faultsOf(() => chapterOf(markdown, files));
}
