import type {Token} from "markdown-it";
import type {Encoding} from "../../intake/index.ts";
import type {Indicators} from "../query/indicator.ts";
import type {Query} from "../query/query.ts";
import type {SetOfPopulations} from "../query/setsAsked.ts";
import type {GroupingDeclaration, PopulationDeclaration} from "./declarations.ts";
import type {KeyFiguresBlock, KeyMessagesBlock} from "./cards.ts";
import type {Claim} from "./directive.ts";
import type {Break, Expected, ExpectedBounds, Provisional} from "./expected.ts";
import type {Inline} from "./inline.ts";
import type {RecommendationList} from "./recommendations.ts";
import type {Standing} from "./standing.ts";
import type {Period} from "../period/period.ts";
import type {Policy, Remedies} from "../policy/policy.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";

export type * from "./cards.ts";
export type * from "./directive.ts";
export type * from "./expected.ts";
export type * from "./inline.ts";
export type * from "./recommendations.ts";
export type * from "./standing.ts";
export type * from "./declarations.ts";
export type * from "../policy/policy.ts";
export type {SourcePosition} from "../source/sourcePosition.ts";

/** What `report.yaml` and `policy.yaml` say of one edition, read together with those of its template. */
export interface Report {
  /** The folder's name, e.g. `south-east-2007-08`. */
  readonly id: string;
  readonly template: string;
  readonly title: string;
  readonly summary: string;
  readonly region: {readonly name: string; readonly label: string; readonly text: string};
  /** ISO dates, both inclusive. `label` e.g. "2007/08"; `text` e.g. "April 2007 to March 2008". */
  readonly period: Period & {readonly label: string; readonly text: string};
  /** Day of publication, ISO; absent until somebody decides to publish: the edition is a draft. */
  readonly published?: string;
  readonly publisher: string;
  readonly contact: string;
  readonly synthetic: boolean;
  /** Extract name → path from the project's root. */
  readonly extracts: Readonly<Record<string, string>>;
  /** Extract name → how it is written, where that differs from its dictionary. */
  readonly extractReadings?: Readonly<Record<string, ExtractReading>>;
  /** Extract name → the day from which its forms are counted, ISO, where that is before the period begins. */
  readonly history?: Readonly<Record<string, string>>;
  /** Corrections since the day of publication, in the order of `report.yaml`. */
  readonly revisions: readonly Revision[];
  /** What of its records is known to be other than before, and why. */
  readonly expected: readonly Expected[];
  /** What is counted otherwise than in the edition compared with, or than on earlier days, and why. */
  readonly breaks: readonly Break[];
  /** Extract name → its last days, whose numbers may still change; those that are not named have none. */
  readonly provisional?: Readonly<Record<string, Provisional>>;
  /** How far its records may be from those of the edition before without a word. */
  readonly bounds: ExpectedBounds;
  /** Identifier of the edition that `previous` means. */
  readonly compareWith?: string;
  readonly populations: readonly PopulationDeclaration[];
  /** Variables that the template makes of others. */
  readonly groupings: readonly GroupingDeclaration[];
  /** Several categories that its text asks as one; absent where only its layout was read. */
  readonly sets?: readonly SetOfPopulations[];
  /** Names of the tables under `data/reference/` that the text asks. */
  readonly references: readonly string[];
  readonly policy: Policy;
  readonly remedies: Remedies;
  /** On paper: with cover, lists and a page for each chapter, or on few pages that run on. */
  readonly print: "whole" | "brief";
  /** Where its areas lie; absent where it draws no map. */
  readonly map?: {readonly layout: string} | {readonly boundaries: string; readonly key: string};
}

/** How an extract is written where that is not as its dictionary says; by columns of the dictionary. */
export interface ExtractReading {
  /** Column → its name in the extract. */
  readonly columns?: Readonly<Record<string, string>>;
  /**
   * Column → value in the extract → code of the column's list, or nothing for no answer; or the path, from the project's
   * root, of a table with the columns `value` and `code`.
   */
  readonly values?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly encoding?: Encoding;
  /** Names of formats, as in a dictionary. */
  readonly dates?: readonly string[];
  /** Date column → the first of the hundred years that its years of two digits lie in. */
  readonly century?: Readonly<Record<string, number>>;
  /** IANA name of the zone in which moments become days. */
  readonly timeZone?: string;
  /** Where the report says so. */
  readonly position?: SourcePosition;
}

/** A correction of what has been published. */
export interface Revision {
  /** ISO date. */
  readonly date: string;
  /** What was wrong and what is right now, a sentence. */
  readonly reason: string;
  /** Names of the figures, tables, chapters and sections that it changes. */
  readonly affects: readonly string[];
  /** Counts, as queries or by key, that were printed before and are withheld from now on: known all the same. */
  readonly withdraws: readonly string[];
  readonly position: SourcePosition;
}

/** A report as written: no number in it yet. */
export interface Publication {
  readonly report: Report;
  readonly chapters: readonly Chapter[];
  readonly glossary: readonly GlossaryTerm[];
  readonly facts: Readonly<Record<string, Fact>>;
  readonly indicators: Indicators;
  /** What was recommended and what has become of it; absent where the edition follows nothing. */
  readonly recommendations?: RecommendationList;
  /** Every query of text, titles, claims, figures and tables, each once: the tabulation plan. */
  readonly plan: readonly Query[];
}

export interface GlossaryTerm {
  /** As used in text, e.g. "PDU" or "care plan". */
  readonly name: string;
  /** Long form, e.g. "problematic drug user"; equal to `name` where there is none. */
  readonly long: string;
  /** Definition, inline Markdown rendered without queries. */
  readonly definition: string;
}

/** A number or phrase from elsewhere, with its source; the only way for a typed number to reach the text. */
export interface Fact {
  readonly text: string;
  readonly source: string;
}

/**
 * What a part of a template may depend on: whether the edition is compared with another, and whether it has the
 * reference figures of its template.
 */
export type Condition = "previous" | "no-previous" | "references" | "no-references";

export interface Chapter {
  /** Slug of the heading. */
  readonly id: string;
  readonly kind: "key-messages" | "body" | "appendix" | "back";
  /** "1", "2" … for body chapters, "A", "B" … for appendices, empty otherwise. */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Second-level headings, for contents. */
  readonly sections: readonly {readonly id: string; readonly title: string}[];
  readonly file: string;
}

export type Block =
  | ProseBlock
  | FigureBlock
  | TableBlock
  | KeyMessagesBlock
  | KeyFiguresBlock
  | {readonly kind: "when"; readonly condition: Condition; readonly blocks: readonly Block[]}
  | {readonly kind: "aside"; readonly blocks: readonly Block[]}
  /** Something the builder writes: see `docs/writing-a-report.md`, "What the builder writes". */
  | {readonly kind: "insert"; readonly name: InsertName; readonly position: SourcePosition};

export type InsertName =
  | "glossary"
  | "indicators"
  | "policy"
  | "published-figures"
  | "list-of-figures"
  | "reader-information"
  | "recommendations"
  | "revisions"
  | "map";

/** Markdown between two other blocks. Inline directives are tokens of type `directive` whose `meta` is a Directive. */
export interface ProseBlock {
  readonly kind: "prose";
  readonly tokens: readonly Token[];
}

/** The role of categories that a figure or table may leave out. */
export type OmittedRole = "not-stated" | "outside";

export interface FigureBlock {
  readonly kind: "figure";
  readonly id: string;
  /** "1", "2" … through the report. */
  readonly number: string;
  /** The finding. */
  readonly title: Inline;
  /** "Share of clients by sex"; population and period are added by the renderer. */
  readonly measure: string;
  readonly chart: string;
  readonly show: readonly Query[];
  /** What heads the names of the rows, where the text says that itself. */
  readonly heading?: string;
  /** Categories of these roles have no row, column or shape; they are counted, judged and released all the same. */
  readonly omit: readonly OmittedRole[];
  /** Options of the chart, checked by the chart's own schema. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly claims: readonly Claim[];
  readonly note?: Inline;
  readonly source?: string;
  /** What is said instead when every cell of the figure is withheld. */
  readonly otherwise?: string;
  /** Numbers of the figures of an earlier report that this one stands for. */
  readonly replaces: readonly number[];
  readonly position: SourcePosition;
}

export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  readonly number: string;
  readonly title: Inline;
  readonly measure: string;
  readonly show: readonly Query[];
  /** What heads the names of the rows, where the text says that itself. */
  readonly heading?: string;
  /** Categories of these roles have no row, column or shape; they are counted, judged and released all the same. */
  readonly omit: readonly OmittedRole[];
  readonly claims: readonly Claim[];
  readonly note?: Inline;
  readonly source?: string;
  /** Where it says beside each number of an indicator how that stands to its target or benchmark. */
  readonly standings?: readonly Standing[];
  /** Printed across a landscape page. */
  readonly landscape: boolean;
  readonly position: SourcePosition;
}
