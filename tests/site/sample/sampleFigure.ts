import {readFileSync} from "node:fs";
import {parseQuery, type FigureBlock, type Query} from "../../../src/publication/index.ts";
import type {Releases} from "../../../src/release/index.ts";
import {readHexLayout} from "../../../src/site/charts/geography.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import type {FigureData} from "../../../src/site/tidy/figureData.ts";
import {earlierEdition, sampleRelease} from "./sampleReleases.ts";

export const position = {file: "30-drugs.md", line: 12, column: 1};

/** The layout of the South East that the project ships. */
const file = "data/reference/hex/south-east.json";
export const geography = readHexLayout({file, text: readFileSync(file, "utf8")});

/** A figure block as the parser makes it. */
export function figureBlock(show: readonly string[], measure: string): FigureBlock {
  return {
    kind: "figure",
    id: "sample",
    number: "1",
    title: [],
    measure,
    chart: "bars",
    show: show.map((text) => parseQuery(text)),
    options: {},
    omit: [],
    claims: [],
    replaces: [],
    position,
  };
}

/** Releases that answer some queries. */
export function releasesFor(show: readonly string[]): Releases {
  const queries = show.map((text) => ({text, query: parseQuery(text)}));
  const of = (edition: Query["edition"]) =>
    queries.filter(({query}) => query.edition === edition).map(({text}) => text.replace(/ in .*$/, ""));
  return new Map([
    ["this", sampleRelease(of("this"))],
    ["previous", sampleRelease(of("previous"), earlierEdition)],
  ]);
}

/** The data of a figure that shows some queries, from releases of made-up people. */
export function figureData(show: readonly string[], measure = "Share of clients"): FigureData {
  return readFigureData(figureBlock(show, measure), releasesFor(show));
}
