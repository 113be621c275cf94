import type {PopulationDeclaration} from "../document/publication.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {yamlFile} from "../project/readText.ts";
import {templateSchema, type TemplateContent} from "./reportSchema.ts";
import {populationsDeclared} from "./templateDeclarations.ts";

/** What a kind of report counts and which references it asks, as its `template.yaml` says. */
export interface Template {
  readonly populations: readonly PopulationDeclaration[];
  readonly references: readonly string[];
}

/** Reads `templates/<template>/template.yaml`. Throws PublicationError. */
export function loadTemplate(project: Project, template: string): Template {
  const read = readTemplate(project, template);
  return {populations: populationsDeclared(read), references: read.value.references};
}

/** What a `template.yaml` says, and where. Throws PublicationError. */
export const readTemplate = oncePerProject((project: Project, template: string): YamlValue<TemplateContent> =>
  readYaml(yamlFile(project, `templates/${template}/template.yaml`), templateSchema),
);
