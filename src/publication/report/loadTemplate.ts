import type {PopulationDeclaration} from "../document/publication.ts";
import {readYaml} from "../document/readYaml.ts";
import {yamlFile} from "./readText.ts";
import {templateSchema} from "./reportSchema.ts";

/** What a kind of report counts and which references it asks, as its `template.yaml` says. */
export interface Template {
  readonly populations: readonly PopulationDeclaration[];
  readonly references: readonly string[];
}

/** Reads `templates/<template>/template.yaml`. Throws PublicationError. */
export function loadTemplate(root: string, template: string): Template {
  const {value} = readYaml(yamlFile(root, `templates/${template}/template.yaml`), templateSchema);
  const populations = Object.entries(value.populations).map(([name, population]) => ({name, ...population}));
  return {populations, references: value.references};
}
