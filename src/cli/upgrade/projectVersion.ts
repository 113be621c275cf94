import {z} from "zod";
import {readYaml, yamlFile, type Project} from "../../publication/index.ts";

/** Where a project says which version of the program it was made or last brought up to date with. */
export const versionFile = "smallprint.yaml";

/** What stands in that file. */
export function versionText(version: string): string {
  return `# The version of Smallprint that this project is laid out for: "npx smallprint upgrade" reads it.\nversion: ${version}\n`;
}

const schema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "is no version, which has three numbers, as 0.1.0"),
});

/** The version of a project; undefined where it does not say. Throws PublicationError for a file that is laid out otherwise. */
export function projectVersion(project: Project): string | undefined {
  return project.has(versionFile) ? readYaml(yamlFile(project, versionFile), schema).value.version : undefined;
}

/** Below nought where a version comes before another, above where it comes after, nought where they are one. */
export function compareVersions(one: string, other: string): number {
  const [ours, theirs] = [one, other].map((version) => version.split(".").map(Number));
  const differing = ours?.findIndex((number, place) => number !== theirs?.[place]) ?? -1;
  return differing === -1 ? 0 : (ours?.[differing] ?? 0) - (theirs?.[differing] ?? 0);
}
