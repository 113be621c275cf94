import {readFileSync} from "node:fs";
import path from "node:path";
import {parse as parseYaml} from "yaml";
import {columnItems} from "./columnItems.ts";
import {countExtract, readCodes, root, type CountedExtract} from "./countedExtract.ts";
import type {EditionMargins, ExtractMargins, Item} from "./editionMargins.ts";
import {tableItems} from "./tableItems.ts";

export interface CountedEdition {
  readonly margins: EditionMargins;
  readonly extracts: Readonly<Record<string, CountedExtract>>;
}

export function countEdition(edition: string): CountedEdition {
  const margins = parseYaml(
    readFileSync(path.join(root, `data/reference/margins/${edition}.yaml`), "utf8"),
  ) as EditionMargins;
  const extracts = Object.fromEntries(
    Object.entries(margins.extracts).map(([name, {file}]) => [
      name,
      countExtract(`data/synthetic/${edition}/${file}`, margins.period),
    ]),
  );
  return {margins, extracts};
}

/** Every figure of the margins file that has a source or is fixed, one after the other. */
export function publishedItems({margins, extracts}: CountedEdition): readonly Item[] {
  return Object.entries(margins.extracts).flatMap(([name, extract]) => {
    const counted = extracts[name]!;
    return [
      {item: `${name}: clients`, counted: counted.clients.length, published: extract.clients.count},
      ...formItems(extract, counted),
      {
        item: `${name}: clients outside the period`,
        counted: counted.outside.length,
        published: extract["outside-period"].clients,
      },
      ...tableItems(extract, counted.clients, margins.region),
      ...columnItems(name, extract, counted.clients),
    ];
  });
}

function formItems(extract: ExtractMargins, counted: CountedExtract): readonly Item[] {
  const intensive = new Set(
    readCodes("areas")
      .filter((area) => area.intensive === "yes")
      .map(({code}) => code),
  );
  return extract.forms.map(({when, count, source}) => {
    const others = extract.forms.length > 1;
    const forms = counted.forms.filter(
      (form) => !others || intensive.has(form.DATFC) === (when === "DATFC.intensive = yes"),
    );
    return {item: `forms ${when ?? ""} (${source})`, counted: forms.length, published: count};
  });
}
