import {isAlias, LineCounter, parseDocument, visit, type Alias, type Document} from "yaml";

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
  if (holdsItself(document)) return {...broken, faults: [aliasFault(document)]};
  try {
    return {document, lines, content: document.toJS(), faults};
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {...broken, faults: [aliasFault(document)]};
  }
}

function faultsIn({errors}: Document): readonly YamlFault[] {
  // The parser tells the end of its stack like an error of the text, once for each level that it gives up.
  const tooDeep = errors.find(({message}) => message.includes("call stack"));
  if (tooDeep === undefined)
    return errors.map(({message, pos}) => ({what: message.split("\n")[0] ?? "", offset: pos[0]}));
  return [{what: "its parts lie too deep in each other", remedy: "Take brackets out", offset: tooDeep.pos[0]}];
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
