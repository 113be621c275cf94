import {
  intervalNeeds,
  isOfYears,
  isYear,
  leafBlocks,
  monthNames,
  otherUnits,
  referenceKeys,
  rulesOfSums,
  type Chapter,
  type Directive,
  type LeafBlock,
  type Publication,
  type RecommendationList,
  type Variable,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {EditionInDist} from "./editionInDist.ts";
import {inWords} from "./numbersInWords.ts";

type Token = Extract<Chapter["blocks"][number], {kind: "prose"}>["tokens"][number];

/** Wordings with digits that a chapter's author typed, which the loader lets be years alone, and the facts it names. */
export function phrasesOfChapter(
  {chapter, directives}: {chapter: Chapter; directives: readonly Directive[]},
  {facts}: Publication,
): readonly string[] {
  const named = directives.flatMap((directive) =>
    directive.kind === "fact" ? [facts[directive.name]?.text ?? ""] : [],
  );
  // A fact may be a number in words: "four" of "the four prisons".
  return [
    ...named.filter((text) => !/\d/.test(text)),
    ...withDigits([...named, ...typedIn(chapter.blocks).flatMap((text) => text.match(/\S*\d\S*/g) ?? [])]),
  ].filter((text) => text !== "");
}

/** Wordings with digits that may stand anywhere in an edition: its title, dates and sources, and the vocabulary. */
export function phrasesOfEdition({publication, ...edition}: EditionInDist): readonly string[] {
  const {report, facts, glossary, indicators, recommendations} = publication;
  const releases = [...new Set(edition.releases.values())];
  const written = (count: number): string => inWords(count) ?? String(count);
  const needed = releases.flatMap(({disclosure: {policy}}) => [
    `at least ${written(rulesOfSums(policy).needs)} people have more than nought`,
    `less than ${String(rulesOfSums(policy).dominance)}% of the largest`,
    `fewer than ${written(policy.threshold)} people could be recognised`,
    `at least ${written(policy.meanNeeds)} people`,
    `at least ${written(intervalNeeds(policy))} people`,
    ...(policy.shareNeeds === undefined ? [] : [`percentage of fewer than ${written(policy.shareNeeds)} people`]),
    ...widthPhrases(policy),
    ...(policy.groupNeeds === undefined ? [] : [`group of fewer than ${written(policy.groupNeeds)} people`]),
  ]);
  return [
    ...new Set(needed),
    ...withDigits([
      ...[report.title, report.summary, report.publisher, report.contact],
      ...(recommendations === undefined ? [] : wordsOfRecommendations(recommendations)),
      ...report.revisions.map(({date}) => dayInWords(date)),
      ...report.breaks.flatMap(({because}) => yearsIn(because)),
      ...releases.flatMap(phrasesOfRelease),
      ...Object.values(facts).map(({source}) => source),
      ...indicators.values().flatMap(({label, definition}) => [label, definition]),
      ...indicators.values().flatMap(({benchmark}) => (benchmark?.kind === "similar" ? [benchmark.definition] : [])),
      ...glossary.flatMap(({long, definition}) => [long, definition]),
      ...publication.chapters.flatMap(({title, sections}) => [title, ...sections.map((section) => section.title)]),
      ...publication.chapters.map(({number}) => `Chapter ${number}`),
      ...publication.chapters.flatMap(({blocks}) => leafBlocks(blocks).flatMap(numbersOfBlock)),
    ]),
  ];
}

/** Numbers of recommendations stand behind the word alone, so that a bare number may stand nowhere else. */
function wordsOfRecommendations({asOf, recommendations}: RecommendationList): readonly string[] {
  return [
    dayInWords(asOf),
    ...recommendations.flatMap(({number, what, owner, dueText, note = ""}) => [
      `Recommendation ${number}`,
      ...[what, owner, dueText, note],
    ]),
  ];
}

/** "at least five apart", or by unit "of days 14" and "of all others 5% of what they can be". */
function widthPhrases({meanWidth}: Release["disclosure"]["policy"]): readonly string[] {
  if (meanWidth === undefined) return [];
  if (typeof meanWidth === "number") return [`at least ${inWords(meanWidth) ?? String(meanWidth)} apart`];
  return Object.entries(meanWidth).map(
    ([unit, apart]) => `of ${unit === otherUnits ? "all others" : unit} ${String(apart)}`,
  );
}

/** "Figure 12", its number in an earlier report, and the words of its own that its author typed. */
function numbersOfBlock(block: LeafBlock): readonly string[] {
  if (block.kind !== "figure" && block.kind !== "table") return [];
  const earlier = block.kind === "figure" ? block.replaces : [];
  const name = block.kind === "figure" ? "Figure" : "Table";
  return [
    `${name} ${block.number}`,
    block.measure,
    ...typedIn(block.title),
    ...earlier.map((number) => `Figure ${String(number)}`),
  ];
}

/** The years that a source names, "2006/07" or "2008": under a drawing its lines may break before and behind them. */
export function yearsIn(source: string): readonly string[] {
  return source.match(/\b(?:19|20)\d\d(?:\/\d\d)?\b/g) ?? [];
}

function phrasesOfRelease({edition, vocabulary, provenance}: Release): readonly string[] {
  const {title, period, published} = edition;
  const days = [...(published === undefined ? [] : [published]), period.from, period.to];
  const dates = days.flatMap((day) => [day, dayInWords(day)]);
  const {populations, references} = vocabulary;
  const variables = [
    ...populations.flatMap((population) => population.variables),
    ...references.flatMap(referenceKeys),
  ];
  return [
    ...[title, period.label, period.text, ...dates],
    ...[provenance.policy, ...Object.entries(provenance.dictionaries).flat()],
    ...populations.flatMap(({provisional, breaks = []}) =>
      [...(provisional === undefined ? [] : [provisional]), ...breaks].flatMap(({from, because}) => [
        dayInWords(from),
        ...yearsIn(because),
      ]),
    ),
    ...populations.flatMap(({label, heading, window}) => [label, heading, window?.label ?? "", window?.text ?? ""]),
    ...variables.flatMap((variable) => [variable.label, variable.who ?? "", ...wordsOfCategories(variable)]),
    ...references.flatMap((reference) => [reference.title, reference.source, ...yearsIn(reference.source)]),
    ...references.flatMap(({columns}) => columns.flatMap(({label, unit}) => [label, unit])),
  ];
}

/**
 * What categories are called. A label that is a bare number would let that number stand anywhere; a financial year is
 * none, and "2007" is none where all are years.
 */
function wordsOfCategories(variable: Variable): readonly string[] {
  const ofYears = isOfYears(variable);
  const isNamed = (words: string): boolean =>
    /\p{L}|£/u.test(words) || (isYear(words) && (ofYears || words.includes("/")));
  return variable.categories.flatMap(({label, text}) => [label, text].filter(isNamed));
}

/** Every text below a block as its author wrote it, without what directives stand for. */
function typedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typedIn);
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && "content" in value) return typedInToken(value as Token);
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === "at" && typeof inner === "string") return monthInWords(inner);
    if (typeof inner === "string")
      return ["measure", "source", "otherwise", "heading", "text"].includes(name) ? [inner] : [];
    return ["position", "show", "claims", "query", "number", "replaces"].includes(name) ? [] : typedIn(inner);
  });
}

function typedInToken({type, content, children, meta}: Token): readonly string[] {
  if (type === "directive") return [];
  const own = children === null || children.length === 0 ? [content] : [];
  return [...own, ...(children ?? []).flatMap(typedInToken), ...typedIn(meta)];
}

/** "April 2003", as a milestone in `2003-04` is called. */
function monthInWords(at: string): readonly string[] {
  const [, year, number] = /^(\d{4})-(\d\d)$/.exec(at) ?? [];
  const name = monthNames[Number(number) - 1];
  return year === undefined || name === undefined ? [] : [`${name} ${year}`];
}

/** "28 May 2010" */
function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

function withDigits(texts: readonly string[]): readonly string[] {
  const found = texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => /\d/.test(text));
  // The longest first, so that a part of a wording is not blanked before the whole.
  return [...new Set(found)].toSorted((a, b) => b.length - a.length);
}
