import type {GroupingDeclaration, NarrowingCondition, PopulationDeclaration} from "../document/declarations.ts";
import {publicationFault} from "../PublicationError.ts";
import type {YamlValue} from "../source/readYaml.ts";
import type {StretchOfTime} from "../vocabulary.ts";
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
  refuseTwoKinds(declared, template);
  const part = declared.find((one) => one.where !== undefined && wholeDeclared(one, declared) === undefined);
  if (part === undefined) return declared;
  const {name, extract, one} = part;
  throw publicationFault(
    `"${name}" is a part of a population that the template does not have`,
    `Add a population of the extract "${extract}" with "one: ${one}" and the same dictionary, and without where`,
    template.positionOf(["populations", name, "where"]),
  );
}

/** Which form stands for a client is one thing in an edition: of all that is counted, or of each month or quarter. */
function refuseTwoKinds(declared: readonly PopulationDeclaration[], {positionOf}: YamlValue<TemplateContent>): void {
  const clients = declared.filter(({one}) => one === "client");
  for (const {name, extract, each} of clients) {
    const first = clients.find((other) => other.extract === extract);
    if (first === undefined || first.each === each) continue;
    const kind = (one: string | undefined): string => (one === undefined ? "once" : `once each ${one}`);
    throw publicationFault(
      `"${first.name}" counts the clients of "${extract}" ${kind(first.each)} and "${name}" ${kind(each)}`,
      "Count them in one way in a template: who was counted in which way, the two would tell together",
      positionOf(["populations", name]),
    );
  }
}

/** In what one form stands for a client of an extract; nothing where it does in all that is counted. */
export function stretchOf(extract: string, populations: readonly PopulationDeclaration[]): StretchOfTime | undefined {
  return populations.find((one) => one.extract === extract && one.each !== undefined)?.each;
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
