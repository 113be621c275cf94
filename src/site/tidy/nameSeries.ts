import {measureOf} from "../../measures/index.ts";
import {publicationFault} from "../../publication/index.ts";
import {capitalise, lowerFirst} from "../words/letterCase.ts";
import type {Panel} from "./figureData.ts";
import {itemLabel} from "./itemLabel.ts";
import type {TidyPlace} from "./tidyRow.ts";

/**
 * Names the series of a figure by whatever they differ in: population, what each query asks (or the `label` that the
 * text gives it) and edition. A sum is always named by what is added up: it is no number of the population. Keys are unique. Throws PublicationError, at the query, where two would have one name.
 */
export function nameSeries(panels: readonly Panel[]): readonly Panel[] {
  const isNamedAlone = new Set(panels.map(subjectKey)).size === 1 || areLabelled(panels);
  const hasEditions = new Set(panels.map(({edition}) => edition.id)).size > 1;
  const named = panels.map((panel) => {
    const own = panel.query.label ?? (differenceOf(panel, panels) || (panel.summed ?? ""));
    const subject = subjectOf(panel, panels);
    const name = own === "" ? subject : isNamedAlone ? own : `${subject}, ${lowerFirst(own)}`;
    const heading = hasEditions ? `${name} ${panel.edition.label}` : name;
    return {...panel, heading, key: hasEditions ? `${panel.key}-${panel.edition.id}` : panel.key};
  });
  refuseTwins(named);
  return named.map((panel) => {
    const twins = named.filter(({key}) => key === panel.key);
    return twins.length === 1 ? panel : {...panel, key: `${panel.key}-${String(twins.indexOf(panel) + 1)}`};
  });
}

/** Whether the text gives every series of each edition a label that no other one has: there is nothing to add to it. */
function areLabelled(panels: readonly Panel[]): boolean {
  const given = panels.flatMap(({query, edition}) => (query.label === undefined ? [] : `${edition.id} ${query.label}`));
  return new Set(given).size === panels.length;
}

function refuseTwins(named: readonly Panel[]): void {
  const twin = named.find(({heading}, index) => named.findIndex((other) => other.heading === heading) < index);
  if (twin === undefined) return;
  const remedy = "Give each of these queries a label of its own: write it as query: … and label: …";
  throw publicationFault(`two series of a figure would be named "${twin.heading}"`, remedy, twin.query.position);
}

/** A population, or a column of a reference. */
function subjectKey({population}: Panel): string {
  return `${population.name} ${population.heading}`;
}

/** The short heading of a population; its label where another of the figure has that heading too. */
function subjectOf({population}: Panel, panels: readonly Panel[]): string {
  const isShared = panels.some(
    (other) => other.population.heading === population.heading && other.population.name !== population.name,
  );
  return isShared ? capitalise(population.label) : population.heading;
}

/** What a query asks otherwise than the others of its population and edition, in words; empty where there is no other. */
function differenceOf(panel: Panel, panels: readonly Panel[]): string {
  const twins = panels.filter(
    (other) => subjectKey(other) === subjectKey(panel) && other.edition.id === panel.edition.id,
  );
  if (twins.length === 1) return "";
  const words = [placesIn, measureIn, spreadIn, baseIn].map((describe) => describe(panel, twins));
  return capitalise(words.filter((one) => one !== "").join(", "));
}

/** The categories that the query fixes: "Female" where all fix the same variable, "Tested" and "Sex: female" otherwise. */
function placesIn(panel: Panel, twins: readonly Panel[]): string {
  const own = placesOf(panel).filter(
    (place) => !twins.every((twin) => placesOf(twin).some((one) => isSame(one, place))),
  );
  const isOfOne =
    new Set(
      twins.map((twin) =>
        placesOf(twin)
          .map(({variable}) => variable.name)
          .join(),
      ),
    ).size === 1;
  const isAlone = own.length === 1 && isOfOne;
  return own.map((place) => (isAlone ? place.category.label : itemLabel(place))).join(", ");
}

function placesOf({rows}: Panel): readonly TidyPlace[] {
  return rows[0]?.at ?? [];
}

function isSame(one: TidyPlace, other: TidyPlace): boolean {
  return one.variable.name === other.variable.name && one.category.name === other.category.name;
}

function measureIn(panel: Panel, twins: readonly Panel[]): string {
  const nameOf = ({query, summed}: Panel): string =>
    query.measure === "count" ? "number" : (summed ?? measureOf(query).named(query));
  return twins.every((twin) => nameOf(twin) === nameOf(panel)) ? "" : nameOf(panel);
}

function spreadIn(panel: Panel, twins: readonly Panel[]): string {
  const nameOf = ({query: {by, within}}: Panel): string => [...by, ...within].join();
  if (twins.every((twin) => nameOf(twin) === nameOf(panel))) return "";
  return (panel.rows[0]?.place ?? []).map(({variable}) => `by ${lowerFirst(variable.label)}`).join(", ");
}

function baseIn({query}: Panel, twins: readonly Panel[]): string {
  return query.amongStated && twins.some((twin) => !twin.query.amongStated) ? "of those stated" : "";
}
