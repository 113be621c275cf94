import {isMap, isNode, isScalar, type Document} from "yaml";
import type {z} from "zod";
import {PublicationError, type Fault} from "../PublicationError.ts";
import {layoutFaults} from "./layoutFaults.ts";
import {parseYamlText, type YamlFault} from "./parseYamlText.ts";
import type {SourcePosition} from "./sourcePosition.ts";

type Path = readonly (string | number)[];

/** YAML that stands in a file, perhaps in the middle of it. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** Line of the file where the text starts, from 1. */
  readonly firstLine: number;
}

/** What YAML says, and where it says it. */
export interface YamlValue<T> {
  readonly value: T;
  /** Where the value at a path starts; the start of the text for a path that it does not have. */
  readonly positionOf: (path: Path) => SourcePosition;
  /** The last line of the value at a path. */
  readonly endOf: (path: Path) => number;
}

/** Reads YAML of the layout that `schema` describes. Throws PublicationError with every fault of syntax or layout. */
export function readYaml<T>(source: YamlText, schema: z.ZodType<T>): YamlValue<T> {
  const {document, lines, content, faults} = parseYamlText(source.text);
  const place = (offset: number): SourcePosition => {
    const {line, col} = lines.linePos(offset);
    return {file: source.file, line: source.firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1)};
  };
  if (faults.length > 0) {
    throw new PublicationError(faults.map((fault) => syntaxFault(fault, source, place(fault.offset))));
  }
  const positionOf = (path: Path) => positionIn(document, path, place);
  const keyOf = (path: Path, key: string) => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const node = isMap(map)
      ? map.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === key)
      : undefined;
    return isNode(node) && node.range ? place(node.range[0]) : positionOf(path);
  };
  const endOf = (path: Path) => place(Math.max((rangeOf(document, path)?.[1] ?? 1) - 1, 0)).line;
  const result = schema.safeParse(content);
  if (result.success) return {value: result.data, positionOf, endOf};
  throw new PublicationError(
    layoutFaults(result.error.issues, {schema, content}).map(({path, unknownKey, what, remedy}) => ({
      position: unknownKey === undefined ? positionOf(path) : keyOf(path, unknownKey),
      what,
      remedy,
    })),
  );
}

function rangeOf(document: Document, path: Path): readonly [number, number, number] | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? (node.range ?? undefined) : undefined;
}

function positionIn(document: Document, path: Path, place: (offset: number) => SourcePosition): SourcePosition {
  const range = rangeOf(document, path);
  if (range === undefined) return path.length === 0 ? place(0) : positionIn(document, path.slice(0, -1), place);
  const node = document.getIn(path, true);
  const start = place(range[0]);
  if (!isScalar(node) || node.type === undefined) return start;
  if (node.type.startsWith("QUOTE")) return {...start, column: start.column + 1};
  return node.type.startsWith("BLOCK") ? {...start, line: start.line + 1, column: 1} : start;
}

function syntaxFault({what, remedy}: YamlFault, {text, firstLine}: YamlText, position: SourcePosition): Fault {
  const line = text.split("\n")[position.line - firstLine] ?? "";
  const startsWithBraces = /:\s*\{\{/.test(line);
  const quotes = startsWithBraces
    ? "Put the value between quotation marks, because it starts with a brace"
    : "Put a value that holds a colon, a brace or a quotation mark between quotation marks";
  return {position, what: `this is not YAML: ${what.replace(/\.$/, "")}`, remedy: remedy ?? quotes};
}
