import type {z} from "zod";
import {nearestName, nameRemedy} from "../nearestName.ts";
import {allowedAt, fieldsAt, type LayoutPath} from "./allowedAt.ts";

/** One way in which a file is not laid out as it should be. */
export interface LayoutFault {
  readonly path: LayoutPath;
  /** A field at that path that there is not. */
  readonly unknownKey?: string;
  /** Names the field, what was found and what is allowed; a sentence without capital and full stop. */
  readonly what: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;

interface Layout {
  readonly schema: z.ZodType;
  readonly content: unknown;
}

/** Everything that a schema refuses of a file's content, in words for whoever wrote the file. */
export function layoutFaults(issues: readonly Issue[], layout: Layout): readonly LayoutFault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], layout));
}

function faultsOf(issue: Issue, above: LayoutPath, layout: Layout): readonly LayoutFault[] {
  const path = [...above, ...issue.path.filter((part) => typeof part !== "symbol")];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, path, layout));
  if (issue.code === "invalid_union") {
    const nearest = nearestBranch(issue.errors);
    if (nearest !== undefined) return nearest.flatMap((one) => faultsOf(one, path, layout));
  }
  const reason = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [valueFault(path, reason, layout)];
}

function unknownField(key: string, path: LayoutPath, {schema}: Layout): LayoutFault {
  const where = path.length === 0 ? "" : ` in "${path.join(".")}"`;
  const remedy = nameRemedy(key, fieldsAt(schema, path)).replace("Correct the name", "Correct the field");
  return {path, unknownKey: key, what: `there is no field "${key}"${where}`, remedy};
}

function valueFault(path: LayoutPath, reason: string, layout: Layout): LayoutFault {
  const found = valueAt(layout.content, path);
  if (found === undefined && path.length > 0) return missingField(path, layout);
  const name = path.join(".") || "the file";
  if (isOwnWords(reason)) {
    return {path, what: `"${name}": ${reason}; found ${describeFound(found)}`, remedy: "Correct the value"};
  }
  const isEmpty = found === "" || (Array.isArray(found) && found.length === 0);
  if (isEmpty && reason.startsWith("Too small")) {
    return {path, what: `"${name}" is empty`, remedy: "Write what belongs there"};
  }
  const {words, values} = allowedAt(layout.schema, path);
  const nearest = typeof found === "string" ? nearestName(found, values) : undefined;
  const remedy = nearest === undefined ? "Correct the value" : `Did you mean "${nearest}"? Correct the value`;
  const what = `"${name}" is ${describeFound(found)}`;
  return {path, what: words === "" ? `${what}, which is not allowed` : `${what}, not ${words}`, remedy};
}

function missingField(path: LayoutPath, {schema, content}: Layout): LayoutFault {
  const [field, around] = [String(path.at(-1)), path.slice(0, -1)];
  const where = around.length > 0 ? ` in "${around.join(".")}"` : "";
  const known = fieldsAt(schema, around);
  const others = Object.keys(valueAt(content, around) ?? {}).filter((key) => !known.includes(key));
  const misspelt = nearestName(field, others);
  const {words} = allowedAt(schema, path);
  const remedy =
    misspelt === undefined
      ? `Write it${words === "" ? "" : `: ${words}`}`
      : `Did you mean it by "${misspelt}"? Correct the field`;
  return {path, what: `the field "${field}" is missing${where}`, remedy};
}

function valueAt(content: unknown, path: LayoutPath): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<string, unknown> | null | undefined)?.[part], content);
}

/** Whether a schema says in words of its own what is wrong. */
function isOwnWords(reason: string): boolean {
  return !/^(?:Invalid|Too (?:small|big)|Unrecognized)\b/.test(reason);
}

const mostQuoted = 60;

function describeFound(found: unknown): string {
  if (found === null || found === undefined) return "empty";
  if (Array.isArray(found)) return "a list";
  if (typeof found === "object") return `fields (${Object.keys(found).join(", ")})`;
  if (typeof found !== "string") return JSON.stringify(found);
  return `"${found.length > mostQuoted ? `${found.slice(0, mostQuoted)}…` : found}"`;
}

/**
 * Of several layouts that a value might have, the faults of the one that it comes nearest to; nothing where it has the
 * shape of none, or is as near to several.
 */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const shaped = branches.filter(
    (issues) => !issues.some(({path, code}) => path.length === 0 && code !== "unrecognized_keys"),
  );
  const [first, second] = shaped.toSorted((a, b) => costOf(a) - costOf(b));
  const isAlone = first !== undefined && (second === undefined || costOf(first) < costOf(second));
  return isAlone ? first : undefined;
}

/**
 * A field that is misspelt costs less than one that is missing and another that is too many, and so does one that is there
 * and holds something wrong.
 */
function costOf(issues: readonly Issue[]): number {
  const missing = issues.filter(isMissing).map(({path}) => String(path.at(-1)));
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
  const misspelt = unknown.filter((key) => nearestName(key, missing) !== undefined);
  const others = issues.filter((issue) => issue.code !== "unrecognized_keys" && !isMissing(issue));
  const wrong = others.reduce((sum, {path}) => sum + (path.length > 1 ? 1 : 2), 0);
  return wrong + missing.length + unknown.length - 1.5 * misspelt.length;
}

/** Whether a field is not there at all, of whatever layout it may be. */
function isMissing(issue: Issue): boolean {
  if (issue.code !== "invalid_union") return issue.message.endsWith("undefined");
  return (
    issue.errors.length > 0 &&
    issue.errors.every((branch) => branch.every((one) => one.path.length === 0 && isMissing(one)))
  );
}
