import {isAlias, LineCounter, parseDocument, visit, type Alias, type Document, type ErrorCode} from "yaml";
import {hiddenSign} from "../../intake/index.ts";

/** Why YAML cannot be used, and the offset in its text where that is. */
export interface YamlFault {
  readonly what: string;
  /** What to do about it, where that is not a matter of quotation marks; as a sentence without its full stop. */
  readonly remedy?: string;
  readonly offset: number;
}

/** Parsed YAML: what it says, or every reason why it cannot be used. */
export interface YamlDocument {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly content: unknown;
  readonly faults: readonly YamlFault[];
}

/**
 * Parses YAML as this project reads it: each key once, keys that are texts, and aliases only where what they stand for is
 * there and stays small. A few lines of aliases can be as large as memory, or stand for a part of themselves.
 */
export function parseYamlText(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true});
  const faults = faultsIn(document);
  if (faults.length > 0) return {document, lines, content: undefined, faults};
  const broken = {document, lines, content: undefined};
  const unreadable = textFaults(document);
  if (unreadable.length > 0) return {...broken, faults: unreadable};
  if (holdsItself(document)) return {...broken, faults: [aliasFault(document)]};
  try {
    return {document, lines, content: document.toJS(), faults};
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {...broken, faults: [aliasFault(document)]};
  }
}

/** What the parser says in the words of its own program, in words for whoever wrote the file; by its code. */
const inWords: Partial<Record<ErrorCode, Pick<YamlFault, "what" | "remedy">>> = {
  DUPLICATE_KEY: {what: "this field stands here twice", remedy: "Take one of the two out"},
  MULTIPLE_DOCS: {what: "a line of --- begins another document", remedy: "Take it out, with what follows"},
  NON_STRING_KEY: {what: "the name of a field is no text", remedy: "Put it between quotation marks"},
  TAG_RESOLVE_FAILED: {
    what: "the sign ! gives a value a type that there is not",
    remedy: "Put the value between quotation marks",
  },
};

function faultsIn({errors: severe, warnings}: Document): readonly YamlFault[] {
  // What the parser only warns of, it has read in some way that nobody wrote.
  const errors = [...severe, ...warnings];
  // The parser tells the end of its stack like an error of the text, once for each level that it gives up.
  const tooDeep = errors.find(({message}) => message.includes("call stack"));
  if (tooDeep === undefined)
    return errors.map(({code, message, pos}) => ({
      ...(inWords[code] ?? {what: message.split("\n")[0] ?? ""}),
      offset: pos[0],
    }));
  return [{what: "its parts lie too deep in each other", remedy: "Take brackets out", offset: tooDeep.pos[0]}];
}

/** Texts that hold a sign that nobody sees, and a name that is part of every object and would be lost. */
function textFaults(document: Document): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Scalar: (key, {value, range}) => {
      if (typeof value !== "string") return;
      const offset = range?.[0] ?? 0;
      const sign = hiddenSign(value);
      if (sign !== undefined) faults.push({what: `this text holds ${sign.what}`, remedy: "Take it out", offset});
      if (key === "key" && value === "__proto__") {
        faults.push({what: 'no field can be called "__proto__"', remedy: "Give it another name", offset});
      }
    },
  });
  return faults;
}

/** Whether an alias stands within the part that it stands for. */
function holdsItself(document: Document): boolean {
  let isWithin = false;
  visit(document, (_, node, path) => {
    const part = isAlias(node) ? node.resolve(document) : undefined;
    if (part !== undefined && path.includes(part)) isWithin = true;
  });
  return isWithin;
}

/** What is wrong with aliases that could not be looked up: one that stands for nothing, or all of them together. */
function aliasFault(document: Document): YamlFault {
  const aliases: Alias[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) aliases.push(node);
  });
  const lost = aliases.find((alias) => alias.resolve(document) === undefined);
  const offset = (lost ?? aliases[0])?.range?.[0] ?? 0;
  if (lost === undefined) {
    const what = "its aliases stand for themselves, or for more than a file can hold";
    return {what, remedy: "Write out what they stand for", offset};
  }
  const what = `nothing is named "&${lost.source}", which "*${lost.source}" stands for`;
  return {what, remedy: "Write it out, or put it between quotation marks", offset};
}
