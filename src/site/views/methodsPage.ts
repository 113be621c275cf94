import {
  dateInWords,
  expandQuery,
  parseQuery,
  wholePopulations,
  type Population,
  type Report,
  type Variable,
} from "../../publication/index.ts";
import {releaseFor, type Release} from "../../release/index.ts";
import {readEdition} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";
import {figureTitle} from "../prose/figureTitle.ts";
import {plainWords} from "../prose/renderProse.ts";
import {findTargets} from "../prose/findTargets.ts";
import {Reading} from "../prose/Reading.ts";
import {partInWords} from "../tidy/baseInWords.ts";
import {capitalise, lowerFirst} from "../words/letterCase.ts";
import {formatCell} from "../words/formatCell.ts";
import {allMarks, type MeaningfulMark} from "../words/marks.ts";
import {policyInWords} from "../words/policyInWords.ts";
import {figuresOf} from "./figuresOf.ts";
import type {Notice} from "./notice.ts";
import {noticesOf} from "./noticesOf.ts";
import {isOfRecords} from "./noticesOfSources.ts";
import {pdfLink} from "./pdfLink.ts";
import {revisionLog, type LoggedRevision} from "./revisions.ts";
import type {DownloadLink} from "./parts.ts";

/** The methods and quality page of a report. */
export interface MethodsPage {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly reportTitle: string;
  readonly publisher: string;
  readonly contact: string;
  /** "was published on 29 May 2009", or that it was not. */
  readonly published: string;
  readonly notices: readonly Notice[];
  /** Corrections since publication, the latest first. */
  readonly revisions: readonly LoggedRevision[];
  /** What is known to be other than in the edition before, and why. */
  readonly expected: readonly string[];
  /** Whether anybody was counted for it. */
  readonly isOfRecords: boolean;
  readonly policy: readonly string[];
  readonly marks: readonly MeaningfulMark[];
  /** What the whole numbers that shares are rounded from are. */
  readonly wholeNumbers: string;
  readonly populations: readonly {readonly heading: string; readonly label: string; readonly clients: string}[];
  /** What became of the forms read and which faults were found: one table a population and variable. */
  readonly counts: readonly CountTableView[];
  readonly replaced: readonly ReplacedFigure[];
  /** What shaped the release, with its SHA-256. */
  readonly provenance: readonly {readonly name: string; readonly hash: string}[];
  readonly references: readonly {readonly title: string; readonly source: string}[];
  readonly pdf?: DownloadLink;
}

export interface CountTableView {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly {readonly label: string; readonly count: string}[];
}

/** A figure of an earlier report and the one that stands for it now. */
export interface ReplacedFigure {
  readonly earlier: number;
  readonly href: string;
  readonly words: string;
}

/** Everything that the methods page of an edition shows. */
export function methodsPage(edition: string): MethodsPage {
  const {publication, releases} = readEdition(edition, announcedRequest());
  const {report} = publication;
  const release = releaseFor("this", releases);
  const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
  const pdf = pdfLink(edition);
  return {
    id: report.id,
    title: "Methods and quality",
    description: isOfRecords(release)
      ? `How the numbers of ${report.title} are made, what is withheld, and what they can and cannot say.`
      : `Where the numbers of ${report.title} are from, and what they can and cannot say.`,
    reportTitle: report.title,
    publisher: report.publisher,
    contact: report.contact,
    published: publicationOf(report),
    notices: noticesOf(releases),
    revisions: revisionLog(report, reading.targets),
    expected: [...report.breaks, ...Object.values(report.provisional ?? {}), ...report.expected].map(
      ({because}) => because,
    ),
    isOfRecords: isOfRecords(release),
    policy: policyInWords(release),
    wholeNumbers: release.disclosure.policy.method === "round" ? "the rounded counts" : "whole numbers of people",
    marks: allMarks(release.disclosure.policy.mark),
    populations: release.vocabulary.populations
      .filter(({unit}) => unit === "clients")
      .flatMap((population) => countedIn(population, release)),
    counts: wholePopulations(release.vocabulary.populations)
      .filter(({unit}) => unit !== "clients")
      .flatMap((population) => population.variables.flatMap((variable) => countTable(population, variable, release))),
    replaced: replacedFigures(edition, reading),
    provenance: Object.entries({
      ...release.provenance.dictionaries,
      "publication policy": release.provenance.policy,
    }).map(([name, hash]) => ({name, hash})),
    references: release.vocabulary.references.map(({title, source}) => ({title, source})),
    ...(pdf && {pdf}),
  };
}

function publicationOf({published}: Pick<Report, "published">): string {
  return published === undefined
    ? "has not been published yet: it is a draft"
    : `was published on ${dateInWords(published)}`;
}

/** Nothing of a whole that the report names for its parts alone. */
function countedIn(population: Population, release: Release): MethodsPage["populations"] {
  const {populations} = release.vocabulary;
  if (population.each !== undefined) {
    return [{heading: population.heading, label: partInWords(population), clients: `anew each ${population.each}`}];
  }
  const [asked] = expandQuery(parseQuery(`count ${population.name}`), release.vocabulary);
  const {mark} = release.disclosure.policy;
  const clients =
    asked !== undefined && release.has(asked.address)
      ? formatCell(release.cell(asked.address), {measure: "count", decimals: 0, mark}).text
      : undefined;
  const hasParts = populations.some(({partOf}) => partOf?.population === population.name);
  if (clients === undefined && hasParts) return [];
  return [{heading: population.heading, label: partInWords(population), clients: clients ?? "[x]"}];
}

/** The counts of a variable's categories, where the release has all of them. */
function countTable(population: Population, variable: Variable, release: Release): readonly CountTableView[] {
  if (variable.categories.length === 0) return [];
  const asked = expandQuery(parseQuery(`count ${population.name} by ${variable.name}`), release.vocabulary);
  if (asked.length === 0 || !asked.every(({address}) => release.has(address))) return [];
  const {mark} = release.disclosure.policy;
  const rows = asked.map(({address, place}) => ({
    label: place.map(({category}) => (category === "total" ? "Total" : category.label)).join(", "),
    count: formatCell(release.cell(address), {measure: "count", decimals: 0, mark}).text,
  }));
  return [
    {caption: `${capitalise(population.label)}, by ${lowerFirst(variable.label)}`, heading: variable.label, rows},
  ];
}

function replacedFigures(edition: string, reading: Reading): readonly ReplacedFigure[] {
  return figuresOf(reading.publication)
    .filter((block) => block.kind === "figure")
    .flatMap((block) =>
      block.replaces.map((earlier) => ({
        earlier,
        href: `/${edition}/#${block.id}`,
        words: `Figure ${block.number}: ${plainWords(figureTitle(block, reading), reading)}`,
      })),
    )
    .toSorted((a, b) => a.earlier - b.earlier);
}
