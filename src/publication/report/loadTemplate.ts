import type {PopulationDeclaration} from "../document/publication.ts";
import {readYaml} from "../document/readYaml.ts";
import {yamlFile} from "./readText.ts";
import {templateSchema} from "./reportSchema.ts";

/** What a kind of report counts, as its `template.yaml` says. Throws PublicationError. */
export function loadTemplate(root: string, template: string): readonly PopulationDeclaration[] {
  const {value} = readYaml(yamlFile(root, `templates/${template}/template.yaml`), templateSchema);
  return Object.entries(value.populations).map(([name, population]) => ({name, ...population}));
}
