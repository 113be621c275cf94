import type {GroupingDeclaration, NarrowingCondition, PopulationDeclaration} from "../document/declarations.ts";
import {publicationFault} from "../PublicationError.ts";
import type {YamlValue} from "../source/readYaml.ts";
import type {TemplateContent} from "./reportSchema.ts";

/**
 * The populations of a template. Throws PublicationError where one narrows what the template does not count whole: its
 * numbers are cells of the whole.
 */
export function populationsDeclared(template: YamlValue<TemplateContent>): readonly PopulationDeclaration[] {
  const declared = Object.entries(template.value.populations).map(([name, {where, ...population}]) => ({
    name,
    ...population,
    ...(where && {where: conditionsOf(name, where, template)}),
  }));
  const part = declared.find((one) => one.where !== undefined && wholeDeclared(one, declared) === undefined);
  if (part === undefined) return declared;
  const {name, extract, one} = part;
  throw publicationFault(
    `"${name}" is a part of a population that the template does not have`,
    `Add a population of the extract "${extract}" with "one: ${one}" and the same dictionary, and without where`,
    template.positionOf(["populations", name, "where"]),
  );
}

/** The population of which another one that has conditions is a part: the first of the same records without any. */
export function wholeDeclared(
  {extract, dictionary, one}: PopulationDeclaration,
  populations: readonly PopulationDeclaration[],
): PopulationDeclaration | undefined {
  return populations.find(
    (whole) =>
      whole.where === undefined && whole.extract === extract && whole.dictionary === dictionary && whole.one === one,
  );
}

/** The variables that a template makes of others. */
export function groupingsDeclared({value, positionOf}: YamlValue<TemplateContent>): readonly GroupingDeclaration[] {
  return Object.entries(value.variables).map(([name, grouping]) => ({
    name,
    ...grouping,
    position: positionOf(["variables", name, "of"]),
  }));
}

type Where = NonNullable<TemplateContent["populations"][string]["where"]>;

function conditionsOf(
  name: string,
  where: Where,
  {positionOf}: YamlValue<TemplateContent>,
): readonly NarrowingCondition[] {
  return Object.entries(where).map(([variable, said]) => ({
    variable,
    categories: "not" in said ? said.not : said,
    isNot: "not" in said,
    position: positionOf(["populations", name, "where", variable]),
  }));
}
