import {directivesIn, leafBlocks, type Publication, type GlossaryTerm} from "../../publication/index.ts";

type Token = Parameters<typeof directivesIn>[0][number];

/** The terms of the glossary that a report uses: those that its text asks for or writes out, in short or in full. */
export function usedTerms({glossary, chapters}: Pick<Publication, "glossary" | "chapters">): readonly GlossaryTerm[] {
  const tokens = chapters.flatMap(({blocks}) =>
    leafBlocks(blocks).flatMap((block) => (block.kind === "prose" ? block.tokens : [])),
  );
  const asked = new Set(directivesIn(tokens).flatMap((one) => (one.kind === "term" ? [one.name] : [])));
  const written = tokens.map(wordsOf).join(" ");
  return glossary.filter(({name, long}) => asked.has(name) || [name, long].some((words) => stands(words, written)));
}

function wordsOf({type, content, children}: Token): string {
  if (type === "directive") return "";
  return children === null || children.length === 0 ? content : children.map(wordsOf).join(" ");
}

/** Whether words stand in a text by themselves, in one number or several. */
function stands(words: string, text: string): boolean {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<!\\p{L})${escaped}s?(?!\\p{L})`, "iu").test(text);
}
