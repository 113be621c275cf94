import type {KindDraft, NamedColumn, NamedExtract, NamedPopulation} from "./kindDraft.ts";
import {headingOf} from "./kindDraft.ts";
import {wordsOfTitle} from "./nameThings.ts";
import {yamlEntry} from "./yamlLines.ts";

/** The text of `template.yaml`: what a kind of report counts. */
export function writeTemplateYaml({extracts}: KindDraft, schema: readonly string[]): string {
  const lines = extracts.flatMap(({name, dictionary, populations}) =>
    populations.map((one) =>
      yamlEntry(one.name, {label: one.label, heading: headingOf(one), extract: name, dictionary, one: one.one}),
    ),
  );
  return [
    ...schema,
    "# What this kind of report counts: records one by one (form), or the people whom they are about (client).",
    "populations:",
    ...lines.map((line) => `  ${line}`),
    "",
  ].join("\n");
}

/** The first chapter: how many there are, a figure and a table. */
export function writeFirstChapter({extracts}: KindDraft): string {
  return [
    "# A first look",
    ...extracts.flatMap((extract) => ["", ...sectionOf(extract, extracts.length > 1)]),
    "",
  ].join("\n");
}

/** Bars of more categories than this are no first figure; tables of more rows no first table. */
const mostBars = 12;
const mostRows = 40;

function sectionOf(extract: NamedExtract, hasOthers: boolean): readonly string[] {
  const [forms, clients] = extract.populations;
  if (forms === undefined) throw new Error("an extract has records to count");
  const people = clients === undefined ? "" : ` of {{ count ${clients.name} }} clients`;
  return [
    ...(hasOthers ? [`## ${headingOf(forms)}`, ""] : []),
    `The report counts {{ count ${forms.name} }} ${forms.label}${people} in {{ report period-label }}.`,
    ...figureOf(extract, clients ?? forms),
    ...tableOf(extract, forms),
  ];
}

interface Asked {
  readonly variable: string;
  readonly words: string;
}

/** Columns with one of several codes, the fewest first: they are the easiest to draw. */
function coded({columns}: NamedExtract, most: number): readonly Asked[] {
  const codesOf = ({column: {holds}}: NamedColumn): number => (holds.type === "code" ? holds.codes.length : 0);
  return columns
    .filter((column) => codesOf(column) > 1 && codesOf(column) <= most)
    .map(({variable, title}) => ({variable, words: wordsOfTitle(title)}));
}

function figureOf(extract: NamedExtract, {name, label}: NamedPopulation): readonly string[] {
  const asked = coded(extract, mostBars)[0] ?? inTime(extract);
  if (asked === undefined) return [];
  const {variable, words} = asked;
  return [
    "",
    `::: figure ${name}-by-${variable}`,
    `title: ${labelled(label)} by ${words}`,
    `measure: Share of ${label} by ${words}`,
    "chart: bars",
    `show: share ${name} by ${variable}`,
    ":::",
  ];
}

function tableOf(extract: NamedExtract, {name, label}: NamedPopulation): readonly string[] {
  const asked = inTime(extract) ?? coded(extract, mostRows).at(-1) ?? {variable: "fate", words: "what became of them"};
  const {variable, words} = asked;
  return [
    "",
    `::: table ${name}-by-${variable}-in-numbers`,
    `title: Number of ${label} by ${words}`,
    `measure: Number of ${label} by ${words}`,
    `show: count ${name} by ${variable} with totals`,
    ":::",
  ];
}

function inTime({periods}: NamedExtract): Asked | undefined {
  const [first] = periods;
  return first === undefined ? undefined : {variable: first, words: first};
}

function labelled(label: string): string {
  return label.slice(0, 1).toUpperCase() + label.slice(1);
}

/** How the report was made: what is the same for every kind of report. */
export const methodsChapter = `---
kind: back
---
# Methods

## How small numbers are protected

::: insert policy
:::

## Revisions

::: insert revisions
:::
`;

/** Who publishes the report, and where readers can ask. */
export const readerChapter = `---
kind: back
---
# Reader information

::: insert reader-information
:::
`;
