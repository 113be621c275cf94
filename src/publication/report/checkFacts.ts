import type {Token} from "markdown-it";
import {leafBlocks, type LeafBlock} from "../chapter/walk.ts";
import type {Directive, KeyFigureCard, Publication} from "../document/publication.ts";
import type {FaultCollector} from "../PublicationError.ts";
import {countsInWords, typedCounts, units} from "../typedCounts.ts";

/** One in words is a count only where it is said to be alone. */
const words = ["no", "a single", ...units];
const digit = /(?<![\d.,/–-])[1-9](?![\d%]|[.,/–-]\d)/g;
/** "One in four" is a share. */
const share = new RegExp(`\\b[\\w ]+ in (?:${units.join("|")}|ten|twenty|a hundred|a thousand|\\d+)\\b`, "giu");

/**
 * Finds facts that would print a small count of people as if it came from elsewhere: "{{ fact women }} women" with a
 * fact of 3. Nobody holds a fact against what is withheld, so that none may count fewer than the threshold; a fact's
 * source names a publication and counts nobody at all.
 */
export function checkFacts({chapters, facts, report}: Omit<Publication, "plan">, faults: FaultCollector): void {
  for (const [name, {text, source}] of Object.entries(facts)) {
    if (`${text}${source}`.includes("{{")) {
      faults.add({
        what: `the fact "${name}" holds a query, which is filled in nowhere`,
        remedy: "Put it into a chapter",
      });
    }
    for (const counted of typedCounts(source)) {
      const what = `the source of the fact "${name}" holds "${counted}", a typed count`;
      faults.add({what, remedy: "Name the publication alone"});
    }
  }
  const small = new Map(Object.entries(facts).map(([name, {text}]) => [name, smallIn(text, report.policy.threshold)]));
  for (const {children} of chapters.flatMap(({blocks}) => leafBlocks(blocks).flatMap(linesOf))) {
    const line = children ?? [];
    const known = countsInWords(fill(line, new Map()));
    const [counted] = countsInWords(fill(line, small)).filter((count) => !known.includes(count));
    const fact = line.map(directiveOf).find((one) => one?.kind === "fact" && small.get(one.name) !== undefined);
    if (counted === undefined || fact === undefined) continue;
    const what = `with its fact this line counts "${counted}", fewer than ${report.policy.threshold}`;
    faults.add({position: fact.position, what, remedy: "Ask for the count with a query, or leave it out"});
  }
}

/** A fact's text with its digits in words, where it holds a number below the threshold. */
function smallIn(text: string, threshold: number): string | undefined {
  const spelt = text.replace(share, "…").replace(digit, (found) => words[Number(found)] ?? found);
  const few = words.slice(1, threshold).concat("one").join("|");
  return new RegExp(`\\b(?:${few})\\b`, "iu").test(spelt) ? spelt : undefined;
}

/** A line as it reads with some facts in their places; whatever else stands in braces is an ellipsis. */
function fill(line: readonly Token[], facts: ReadonlyMap<string, string | undefined>): string {
  return line
    .map((token) => {
      const directive = directiveOf(token);
      if (directive === undefined) return token.content || " ";
      return (directive.kind === "fact" ? facts.get(directive.name) : undefined) ?? "…";
    })
    .join("");
}

function directiveOf({type, meta}: Token): Directive | undefined {
  return type === "directive" ? (meta as unknown as Directive) : undefined;
}

/** Every line of text that a block prints, as tokens. */
function linesOf(block: LeafBlock): readonly Token[] {
  switch (block.kind) {
    case "prose":
      return block.tokens;
    case "figure":
    case "table":
      return [...block.title, ...(block.note ?? [])];
    case "key-messages":
      return block.cards.flatMap(({messages}) => messages.flatMap(({sentence}) => sentence));
    case "cards":
      return block.cards.flatMap(linesOfCard);
    case "insert":
      return [];
  }
}

/** The number of a card and the words behind it are one line; how it compares is another. */
function linesOfCard({number, sentence, comparison = []}: KeyFigureCard): readonly Token[] {
  const first = {type: "directive", meta: number as unknown, content: ""} as Token;
  const space = {type: "text", meta: null, content: " "} as Token;
  const words = sentence.flatMap(({children}) => children ?? []);
  return [{type: "inline", content: "", children: [first, space, ...words]} as unknown as Token, ...comparison];
}
