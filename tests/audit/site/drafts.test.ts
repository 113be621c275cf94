import {expect, test} from "vitest";
import {Findings} from "../../../src/audit/site/finding.ts";
import {auditDraft} from "../../../src/audit/site/html/auditDraft.ts";
import {parsePage} from "../../../src/audit/site/html/parsePage.ts";
import {releases} from "../../site/prose/smallReport.ts";

const {published, ...undated} = releases.get("this")!.edition;

function found(html: string, edition: typeof undated & {published?: string}): readonly string[] {
  const findings = new Findings();
  auditDraft(parsePage(html), {file: "one/index.html", release: {edition}}, findings);
  return findings.list.map(({what}) => what);
}

const hidden = '<meta name="robots" content="noindex" />';
const notice = "<p><strong>Draft: not published.</strong> Its numbers may change.</p>";
const page = (head: string, body: string, words = notice) =>
  `<!doctype html><html><head>${head}</head><body class="${body}">${words}</body></html>`;

test("the page of a draft that search engines may list, or that bears no mark, is a finding", () => {
  expect(found(page(hidden, "draft"), undated)).toEqual([]);
  expect(found(page("", "draft"), undated)).toEqual([expect.stringContaining("search engines")]);
  expect(found(page(hidden, ""), undated)).toEqual([expect.stringContaining("no watermark")]);
  expect(found(page(hidden, "draft", ""), undated)).toEqual([expect.stringContaining("no notice")]);
});

test("a published page needs neither", () => {
  expect(found(page("", ""), {...undated, ...(published !== undefined && {published})})).toEqual([]);
});
