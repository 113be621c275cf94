import type {Release} from "../../../release/index.ts";
import type {Findings} from "../finding.ts";
import {attribute, elementsOf, textOf, type PageElement} from "./parsePage.ts";

/** A page of an edition, and its release. */
export interface PageOfEdition {
  readonly file: string;
  readonly release: Pick<Release, "edition">;
}

/** Finds the page of a draft that could be taken for a published one: it lets search engines in, or does not say so. */
export function auditDraft(root: PageElement, {file, release}: PageOfEdition, findings: Findings): void {
  if (release.edition.published !== undefined) return;
  const elements = elementsOf(root);
  const isHidden = elements.some(
    (element) => attribute(element, "name") === "robots" && attribute(element, "content") === "noindex",
  );
  const isMarked = elements.some((element) => attribute(element, "class").split(/\s+/).includes("draft"));
  const isTold = elements.some((element) => element.name === "strong" && textOf(element) === "Draft: not published.");
  const add = (what: string): void => {
    findings.add({file, place: "the whole page", what, remedy: "Build the site again"});
  };
  if (!isHidden) add("this is the page of a draft, and does not ask search engines to leave it out");
  if (!isMarked) add("this is the page of a draft, and bears no watermark that says so");
  if (!isTold) add("this is the page of a draft, and has no notice that says so");
}
