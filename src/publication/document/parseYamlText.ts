import {isAlias, LineCounter, parseDocument, visit, type Document} from "yaml";

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
 * Parses YAML as this project reads it: each key once, and without aliases. An alias stands for another part of the text,
 * which can make a few lines as large as memory, or a part of itself.
 */
export function parseYamlText(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true});
  const broken = faultsIn(document);
  const faults = broken.length > 0 ? broken : aliasesIn(document);
  return {document, lines, content: faults.length > 0 ? undefined : document.toJS(), faults};
}

function faultsIn({errors}: Document): readonly YamlFault[] {
  // The parser tells the end of its stack like an error of the text, once for each level that it gives up.
  const tooDeep = errors.find(({message}) => message.includes("call stack"));
  if (tooDeep === undefined)
    return errors.map(({message, pos}) => ({what: message.split("\n")[0] ?? "", offset: pos[0]}));
  return [{what: "its parts lie too deep in each other", remedy: "Take brackets out", offset: tooDeep.pos[0]}];
}

/** Every name that an alias looks up, where it does so first. */
function aliasesIn(document: Document): readonly YamlFault[] {
  const faults = new Map<string, YamlFault>();
  visit(document, (_, node) => {
    if (!isAlias(node) || faults.has(node.source)) return;
    const what = `"*${node.source}" stands for another part of the file, which is not looked up`;
    const remedy = "Write out what it stands for, or put it between quotation marks";
    faults.set(node.source, {what, remedy, offset: node.range?.[0] ?? 0});
  });
  return [...faults.values()];
}
