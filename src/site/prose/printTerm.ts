import {PublicationError, type Directive} from "../../publication/index.ts";
import {escapeHtml} from "./escapeHtml.ts";
import type {Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type TermDirective = Extract<Directive, {kind: "term"}>;

/** A term: in full with its definition beside it at first use in the report, short afterwards. */
export function printTerm({name, position}: TermDirective, reading: Reading): Printed {
  const term = reading.term(name);
  if (term === undefined) {
    throw new PublicationError([
      {position, what: `the glossary has no term "${name}"`, remedy: "Add it to glossary.md"},
    ]);
  }
  const short = escapeHtml(term.name);
  const long = escapeHtml(term.long);
  const isShortened = term.long !== term.name;
  if (!reading.meets(`term ${name}`)) {
    return {html: isShortened ? `<abbr title="${long}">${short}</abbr>` : short, text: term.name};
  }
  const id = `definition-${slug(name)}`;
  reading.leaveNote({
    kind: "definition",
    id,
    html: `<b>${isShortened ? short : capital(long)}</b> ${escapeHtml(term.definition)}`,
  });
  const definition = `<dfn${reading.notesStand === "margin" ? ` aria-describedby="${id}"` : ""}>${long}</dfn>`;
  return isShortened
    ? {html: `${definition} (${short})`, text: `${term.long} (${term.name})`}
    : {html: definition, text: term.long};
}

function capital(html: string): string {
  return html.slice(0, 1).toLocaleUpperCase("en-GB") + html.slice(1);
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
