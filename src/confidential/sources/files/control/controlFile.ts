import {existsSync, readFileSync} from "node:fs";
import {isNode} from "yaml";
import {z} from "zod";
import {parseYamlText, type YamlDocument} from "../../../../publication/index.ts";
import {ExtractError} from "../../ExtractError.ts";
import type {Source} from "../openExtract.ts";

const count = z.int().min(0);

/** What a supplier says of the file that it sends. All of it is held against the file, and nothing is required. */
export const controlSchema = z.strictObject({
  rows: count.optional().describe("How many records the file has, its header not among them."),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional()
    .describe("SHA-256 of the file as it was sent, compressed where it was sent so."),
  received: z.iso.date().optional().describe("The day on which it came in."),
  months: z
    .record(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), count)
    .optional()
    .describe("How many records each month has, by the date that the dictionary counts by: every month of the file."),
  sums: z
    .record(z.string(), z.number())
    .optional()
    .describe("What the answers of columns of numbers add up to, by the names that the dictionary gives them."),
});

/** The control file of an extract. Confidential, as the extract is. */
export type Control = z.output<typeof controlSchema> & {
  /** As the user names it. */
  readonly file: string;
};

/** Ending of the file beside an extract that says what it should hold. */
export const controlEnding = ".control.yaml";

/**
 * What the supplier of an extract says of it, from `<extract>.control.yaml` beside it; nothing where there is no such file.
 * Throws ExtractError with the line for what cannot be read, without a value: they are numbers of records.
 */
export function readControl(source: Source): Control | undefined {
  const [path, file] = [source.path + controlEnding, source.file + controlEnding];
  if (!existsSync(path)) return undefined;
  const yaml = parseYamlText(readFileSync(path, "utf8"));
  const [broken] = yaml.faults;
  if (broken !== undefined) throw refusal({file, line: lineAt(yaml, broken.offset)}, "this is not YAML. Correct it");
  const result = controlSchema.safeParse(yaml.content);
  if (result.success) return {...result.data, file};
  const [issue] = result.error.issues;
  const [field = ""] = (issue?.code === "unrecognized_keys" ? issue.keys : issue?.path) ?? [];
  const known = Object.keys(controlSchema.shape);
  const what = known.includes(String(field))
    ? `"${String(field)}" holds something that is not allowed: ${controlSchema.shape[String(field) as keyof typeof controlSchema.shape].description ?? ""}`
    : `there is a field that control files do not have. They have ${known.join(", ")}.`;
  const node = field === "" ? undefined : yaml.document.getIn([field], true);
  throw refusal({file, line: lineAt(yaml, isNode(node) ? (node.range?.[0] ?? 0) : 0)}, `${what} Correct it`);
}

function lineAt({lines}: YamlDocument, offset: number): number {
  return Math.max(lines.linePos(offset).line, 1);
}

function refusal(place: {readonly file: string; readonly line: number}, what: string): ExtractError {
  return new ExtractError(place, `${what}, or take the file away where its supplier says nothing.`);
}
