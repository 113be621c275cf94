import {expect, test} from "vitest";
import {Findings} from "../../../src/audit/site/finding.ts";
import {auditMadeUp, auditMadeUpDrawing, auditMadeUpSource} from "../../../src/audit/site/html/auditMadeUp.ts";
import {parsePage} from "../../../src/audit/site/html/parsePage.ts";
import type {Release, Releases} from "../../../src/release/index.ts";
import {releasesFor} from "../../site/sample/sampleFigure.ts";
import {shownFigure} from "./shownFigure.ts";

const rates = ["rate community per prevalence.estimate by area-of-contact"];

/** A release of records and references, either of which are made up or real. */
function madeUp({records = false, figures = false}: {records?: boolean; figures?: boolean}): Releases {
  const release = releasesFor(rates).get("this")!;
  const references = release.vocabulary.references.map((one) => ({...one, ...(figures && {synthetic: true as const})}));
  const changed: Release = {
    ...release,
    provenance: {...release.provenance, synthetic: records},
    vocabulary: {...release.vocabulary, references},
    answer: (query) => release.answer(query).map((answer) => ({...answer, release: changed})),
  };
  return new Map([["this", changed]]);
}

const notice = (heading: string) => `<ul class="notices"><li><strong>${heading}.</strong> Words.</li></ul>`;

function pageFindings(html: string, releases: Releases): readonly string[] {
  const findings = new Findings();
  auditMadeUp(parsePage(html), {file: "one/index.html", release: releases.get("this")!}, findings);
  return findings.list.map(({what}) => what);
}

function figureFindings(audit: typeof auditMadeUpSource, html: string, releases: Releases): readonly string[] {
  const findings = new Findings();
  audit(parsePage(html), {file: "one/index.html", figure: shownFigure(rates, releases)}, findings);
  return findings.list.map(({what}) => what);
}

test.each([{records: true}, {figures: true}])("a page of %j without its notice is a finding", (what) => {
  expect(pageFindings(notice("Synthetic data"), madeUp(what))).toEqual([]);
  expect(pageFindings(notice("Partly synthetic data"), madeUp(what))).toEqual([]);
  expect(pageFindings(notice("Rounded counts"), madeUp(what))).toEqual([expect.stringContaining("no notice")]);
  expect(pageFindings("<p>Synthetic data</p>", madeUp(what))).toEqual([expect.stringContaining("no notice")]);
});

test("a page of real numbers needs none", () => {
  expect(pageFindings("<p>Words.</p>", madeUp({}))).toEqual([]);
});

test("a figure with made-up figures from elsewhere calls its source synthetic; of records the page says it", () => {
  const source = (words: string) => `<p class="source">Source: ${words}.</p>`;
  const found = (words: string, what: object) => figureFindings(auditMadeUpSource, source(words), madeUp(what));
  expect(found("A survey (synthetic figures)", {figures: true})).toEqual([]);
  expect(found("A survey", {figures: true})).toEqual([expect.stringContaining("does not call them synthetic")]);
  expect(found("A survey", {records: true})).toEqual([]);
});

test("a drawing of anything made up says so in itself", () => {
  const found = (words: string, what: object) => figureFindings(auditMadeUpDrawing, `<p>${words}</p>`, madeUp(what));
  expect(found("Partly synthetic data: some.", {figures: true})).toEqual([]);
  expect(found("Source: a survey.", {figures: true})).toEqual([expect.stringContaining("does not say so")]);
  expect(found("Source: a survey.", {records: true})).toEqual([expect.stringContaining("does not say so")]);
  expect(found("Source: a survey.", {})).toEqual([]);
});
