import {isMap, isScalar, type Document} from "yaml";
import type {z} from "zod";
import {layoutFaults, parseYamlText} from "../../publication/index.ts";
import {DictionaryError, DictionaryFaults, type FilePosition} from "./DictionaryError.ts";
import type {NamedFile} from "./readNamedFile.ts";

/** What a YAML file says, and where each part of it stands. */
export interface ParsedYaml<Content> {
  readonly content: Content;
  /** Position of the value at a path, e.g. `locate("variables", "sex")`. */
  readonly locate: (...path: readonly PropertyKey[]) => FilePosition;
}

/**
 * Reads YAML and checks it against a schema.
 * Throws DictionaryError with file, line and column for bad YAML and for everything that the schema refuses.
 */
export function parseYaml<Content>({file, text}: NamedFile, schema: z.ZodType<Content>): ParsedYaml<Content> {
  const {document, lines, content, faults: broken} = parseYamlText(text);
  const locate = (...path: readonly PropertyKey[]): FilePosition => {
    const {line, col} = lines.linePos(offsetOf(document, path));
    return {file, line, column: col};
  };
  const [first] = broken;
  if (first) {
    const {line, col} = lines.linePos(first.offset);
    throw new DictionaryError(
      {file, line, column: col},
      `this is not YAML: ${first.what}. ${first.remedy ?? "Correct it"}.`,
    );
  }
  const result = schema.safeParse(content);
  if (result.success) return {content: result.data, locate};
  const faults = new DictionaryFaults();
  for (const {path, unknownKey, what, remedy} of layoutFaults(result.error.issues, {schema, content})) {
    // A field that there is not is pointed at itself.
    const place = locate(...path, ...(unknownKey === undefined ? [] : [unknownKey]));
    faults.attempt(() => refuse(place, `${what}. ${remedy}.`));
  }
  faults.throwIfAny();
  return refuse({file}, "the file is not laid out as it should be.");
}

function refuse(place: FilePosition, message: string): never {
  throw new DictionaryError(place, message);
}

/** Offset of the key or list item at a path, or of the deepest part of the path that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const last = path[depth - 1];
    const pair = isMap(parent) && parent.items.find(({key}) => isScalar(key) && String(key.value) === String(last));
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(path.slice(0, depth), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is {range: [number, number, number]} {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
