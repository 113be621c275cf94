/** What stands in the margins of every page. */
export interface PageMargins {
  /** The report, as the running head names it. */
  readonly runningTitle: string;
  /** What a reader must know of every page by itself, as "Synthetic data" or "Draft: primary suppression only". */
  readonly marks: readonly string[];
  /** The running title of each part (list of contents, chapter), in the order of the page; none in a brief report. */
  readonly parts: readonly string[];
}

const head =
  'color: #595959; font: 600 8pt/11pt "Source Sans 3", Arial, sans-serif; vertical-align: bottom; padding-bottom: 7mm; white-space: nowrap';
const reportHead = head.replace("600", "400");
const folio =
  'color: #1a1a1a; font: 600 9pt/11pt "Source Sans 3", Arial, sans-serif; vertical-align: top; padding-top: 8mm';
const foot =
  'color: #595959; font: 8pt/11pt "Source Sans 3", Arial, sans-serif; vertical-align: top; padding-top: 8mm; white-space: nowrap';

/**
 * The page rules that depend on the report. Chromium knows no running strings, so each part gets a named page of its
 * own (`part-1`) that carries its title, and a second one (`part-1-wide`) that lies on its side for wide tables.
 */
export function pageStyles({runningTitle, marks, parts}: PageMargins): string {
  const named = parts.flatMap((title, index) => partPages(`part-${index + 1}`, title, runningTitle));
  return [...feet(marks), coverPage(marks), ...named, ...briefPages(runningTitle)].join("\n");
}

function partPages(page: string, part: string, report: string): string[] {
  return [
    ...runningHeads(page, part, report),
    `@page ${page}-wide { size: A4 landscape; margin: 25mm 20mm 22mm }`,
    ...runningHeads(`${page}-wide`, part, report),
  ];
}

/** A brief report needs the paper, and tells its parts apart by headings alone. */
function briefPages(report: string): string[] {
  return ["@page brief { margin-top: 21mm; margin-bottom: 19mm }", ...partPages("brief", "", report)];
}

/** The part stands at the outer edge, where a reader leafs; the report at the inner. */
function runningHeads(page: string, part: string, report: string): string[] {
  return [
    `@page ${page}:left { @top-left { content: ${quoted(part)}; ${head} } @top-right { content: ${quoted(report)}; ${reportHead} } }`,
    `@page ${page}:right { @top-right { content: ${quoted(part)}; ${head} } @top-left { content: ${quoted(report)}; ${reportHead} } }`,
  ];
}

function feet(marks: readonly string[]): string[] {
  const mark = quoted(marks.join(" · "));
  return [
    `@page :left { @bottom-left { content: counter(page); ${folio} } @bottom-right { content: ${mark}; ${foot} } }`,
    `@page :right { @bottom-right { content: counter(page); ${folio} } @bottom-left { content: ${mark}; ${foot} } }`,
  ];
}

/** The cover is always a right-hand page: it keeps the marks and drops the folio. */
function coverPage(marks: readonly string[]): string {
  return `@page cover:right { @bottom-right { content: none } @bottom-left { content: ${quoted(marks.join(" · "))}; ${foot} } }`;
}

const quoted = (text: string) =>
  `"${text.replaceAll(/["\\<\p{Cc}]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;
