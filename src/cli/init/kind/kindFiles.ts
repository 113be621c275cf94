import {schemaLine} from "../schemaLine.ts";
import type {KindDraft} from "./kindDraft.ts";
import {writeCodes} from "./writeCodes.ts";
import {writeDictionary} from "./writeDictionary.ts";
import {methodsChapter, readerChapter, writeFirstChapter, writeTemplateYaml} from "./writeTemplate.ts";

/** Every file of a new kind of report but its edition's, by its path from the project's root, with its text. */
export function kindFiles(draft: KindDraft, root: string): ReadonlyMap<string, string> {
  const template = `templates/${draft.kind}`;
  const dictionaries = draft.extracts.map((extract): [string, string] => {
    const file = `data/dictionaries/${extract.dictionary}.yaml`;
    return [file, writeDictionary(extract, draft, schemaLine(root, file, "dictionary"))];
  });
  const lists = draft.extracts.flatMap(({columns}) =>
    columns.flatMap(({column: {holds}, list}): [string, string][] =>
      "codes" in holds ? [[`data/codelists/${list}.csv`, writeCodes(holds.codes)]] : [],
    ),
  );
  return new Map([
    ...dictionaries,
    ...lists,
    [`${template}/template.yaml`, writeTemplateYaml(draft, schemaLine(root, `${template}/template.yaml`, "template"))],
    [`${template}/10-a-first-look.md`, writeFirstChapter(draft)],
    [`${template}/96-methods.md`, methodsChapter],
    [`${template}/98-reader-information.md`, readerChapter],
  ]);
}
