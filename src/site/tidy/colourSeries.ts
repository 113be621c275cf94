import type {Panel} from "./figureData.ts";

/**
 * Gives every series of a figure a colour of its own: the first series of a population the population's, which is the
 * same through the whole publication; a further one a colour that means no population. `populations` is how many
 * colours mean one. Series of this edition choose before those of an earlier one.
 */
export function colourSeries(panels: readonly Panel[], populations: number): readonly Panel[] {
  const taken = new Map<Panel, number>();
  const current = panels[0]?.edition.id;
  const isCurrent = ({edition}: Panel): boolean => edition.id === current;
  let spare = populations;
  for (const panel of [...panels.filter(isCurrent), ...panels.filter((one) => !isCurrent(one))]) {
    const isFree = ![...taken.values()].includes(panel.place);
    taken.set(panel, isFree ? panel.place : (spare += 1));
  }
  return panels.map((panel) => ({...panel, place: taken.get(panel) ?? panel.place}));
}
