import {dateInWords, targetReferenceName, type InsertName, type Publication} from "../../publication/index.ts";
import {releaseFor} from "../../release/index.ts";
import {escapeHtml} from "../prose/escapeHtml.ts";
import {figureTitle} from "../prose/figureTitle.ts";
import {plainWords} from "../prose/renderProse.ts";
import {usedTerms} from "../prose/usedTerms.ts";
import {policyInWords} from "../words/policyInWords.ts";
import {recommendationsHtml} from "./recommendationsHtml.ts";
import {revisionLog} from "./revisions.ts";
import {figuresOf} from "./figuresOf.ts";
import {regionMap, type FigureSetting} from "./figureView.ts";

/** What the builder writes where the text says `::: insert`. */
export function insertHtml(name: InsertName, setting: FigureSetting): string {
  const {publication, releases} = setting.reading;
  switch (name) {
    case "glossary":
      return glossary(publication);
    case "indicators":
      return indicators(setting);
    case "policy":
      return list(policyInWords(releaseFor("this", releases)));
    case "published-figures":
      return publishedFigures(setting);
    case "list-of-figures":
      return listOfFigures(setting);
    case "reader-information":
      return readerInformation(publication);
    case "recommendations":
      return recommendationsHtml(setting.reading);
    case "revisions":
      return revisions(setting);
    case "map":
      return `<div class="region-map">${regionMap(setting.sources, "region-map")}</div>`;
  }
}

function glossary(publication: Publication): string {
  const entries = usedTerms(publication).map(({name, long, definition}) => {
    const heading = long === name ? escapeHtml(name) : `${escapeHtml(name)}: ${escapeHtml(long)}`;
    return `<dt>${heading}</dt><dd>${escapeHtml(definition)}</dd>`;
  });
  return `<dl class="glossary">${entries.join("\n")}</dl>`;
}

/** Every indicator with its definition, who says what it should be, and what places are compared with. */
function indicators({reading: {publication, releases}}: FigureSetting): string {
  const {references} = releaseFor("this", releases).vocabulary;
  const entries = [...publication.indicators.values()].map((indicator) => {
    const {label, definition, better, target, benchmark} = indicator;
    const name = target?.kind === "column" ? target.column.reference : targetReferenceName(indicator);
    const source = target && references.find((reference) => reference.name === name)?.source;
    const words = [
      definition.trim().replace(/\.?$/, "."),
      ...(better === undefined ? [] : [`The ${better} the number, the better.`]),
      ...(source === undefined ? [] : [`Target: ${source}.`]),
      ...(benchmark === undefined ? [] : [`Places are compared with ${benchmark.label}.`]),
      ...(benchmark?.kind === "similar" ? [benchmark.definition] : []),
    ];
    return `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(words.join(" "))}</dd>`;
  });
  return `<dl class="glossary">${entries.join("\n")}</dl>`;
}

function publishedFigures({reading}: FigureSetting): string {
  const blocks = figuresOf(reading.publication);
  const pairs = blocks
    .filter((block) => block.kind === "figure")
    .flatMap((block) => block.replaces.map((earlier) => ({earlier, block})))
    .toSorted((a, b) => a.earlier - b.earlier);
  const rows = pairs.map(
    ({earlier, block}) =>
      `<tr><th scope="row">Figure ${earlier}</th><td class="text"><a href="#${block.id}">Figure ${block.number}</a>: ` +
      `${escapeHtml(plainWords(figureTitle(block, reading), reading))}</td></tr>`,
  );
  return (
    '<div class="scroll" tabindex="0" role="region" aria-label="Earlier figures and the figures that stand for them"><table>' +
    '<thead><tr><th scope="col" class="text">Earlier report</th><th scope="col" class="text">This report</th></tr></thead>' +
    `<tbody>${rows.join("\n")}</tbody></table></div>`
  );
}

function listOfFigures({reading, medium}: FigureSetting): string {
  if (medium === "print") return "<p>The lists behind the contents name every figure and table, with its page.</p>";
  const blocks = figuresOf(reading.publication);
  const items = blocks.map((block) => {
    const {kind, id, number} = block;
    const title = plainWords(figureTitle(block, reading), reading);
    const words = `${kind === "figure" ? "Figure" : "Table"} ${number}: ${title}`;
    return `<li><a href="#${id}">${escapeHtml(words)}</a></li>`;
  });
  return `<ul class="list-of-figures">${items.join("\n")}</ul>`;
}

function readerInformation({report}: Publication): string {
  const facts: readonly (readonly [string, string])[] = [
    ["Title", report.title],
    ["Region", report.region.label],
    ["Period", report.period.text],
    ["Published", report.published === undefined ? "not yet" : dateInWords(report.published)],
    ["Publisher", report.publisher],
    ["Contact", report.contact],
  ];
  const entries = facts.map(([term, value]) => `<dt>${term}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl class="facts">${entries.join("\n")}</dl>`;
}

function revisions({reading}: FigureSetting): string {
  const {report} = reading.publication;
  if (report.published === undefined) return "<p>This report has not been published yet.</p>";
  const log = revisionLog(report, reading.targets);
  if (log.length === 0) return "<p>Nothing has been corrected since this report was published.</p>";
  return list(log.map(({date, reason, affects}) => `${date} (${affects}): ${reason}`));
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("\n")}</ul>`;
}
