import type {GlossaryTerm} from "../document/publication.ts";
import {FaultCollector} from "../PublicationError.ts";
import {typedCounts} from "../typedCounts.ts";

/**
 * Reads `glossary.md`: a line with the term, its long form between brackets where there is one, then a line that
 * starts with `: ` and gives the definition, which may go on over indented lines. Throws PublicationError.
 */
export function parseGlossary(text: string, file: string): readonly GlossaryTerm[] {
  const faults = new FaultCollector();
  const terms: GlossaryTerm[] = [];
  let heading: {text: string; line: number} | undefined;
  const fault = (line: number, what: string, remedy: string) =>
    faults.add({position: {file, line, column: 1}, what, remedy});
  text.split(/\r?\n/).forEach((content, index) => {
    const line = index + 1;
    const last = terms.at(-1);
    if (content.trim() === "" || content.startsWith("# ")) return;
    const [counted] = typedCounts(content);
    if (counted !== undefined) fault(line, `"${counted}" is a typed count`, "A definition counts nobody: leave it out");
    if (content.startsWith(":")) {
      if (heading === undefined) fault(line, "this definition has no term", "Write the term on the line above");
      else terms.push(readTerm(heading.text, content.slice(1).trim()));
      if (content.includes("{{")) fault(line, "a definition holds no number of the report", "Remove the braces");
      heading = undefined;
    } else if (/^\s/.test(content) && last !== undefined) {
      terms[terms.length - 1] = {...last, definition: `${last.definition} ${content.trim()}`};
    } else {
      if (heading !== undefined)
        fault(heading.line, `"${heading.text}" has no definition`, "Write : and it on the next line");
      heading = {text: content.trim(), line};
    }
  });
  if (heading !== undefined)
    fault(heading.line, `"${heading.text}" has no definition`, "Write : and it on the next line");
  for (const name of repeated(terms)) {
    const line = text.split(/\r?\n/).findLastIndex((each) => each === name || each.startsWith(`${name} (`)) + 1;
    fault(line, `the term "${name}" stands twice`, "Keep one definition");
  }
  faults.throwIfAny();
  return terms;
}

function readTerm(heading: string, definition: string): GlossaryTerm {
  const [, name = heading, long = name] = /^(.+?) \((.+)\)$/.exec(heading) ?? [];
  return {name, long, definition};
}

function repeated(terms: readonly GlossaryTerm[]): readonly string[] {
  const names = terms.map(({name}) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
