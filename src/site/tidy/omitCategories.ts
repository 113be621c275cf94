import {publicationFault, type FigureBlock, type TableBlock} from "../../publication/index.ts";
import type {Dimension, OmittedCategories} from "./figureData.ts";

/** The dimensions that are shown, and what of them is not. */
export interface ShownDimensions {
  readonly dimensions: readonly Dimension[];
  readonly omitted: readonly OmittedCategories[];
}

/**
 * Leaves the categories out that a block does not show. Whoever reads it can ask the data file: leaving out hides nothing
 * and protects nobody. Throws PublicationError, at the block, for a role that no category has.
 */
export function omitCategories(all: readonly Dimension[], block: FigureBlock | TableBlock): ShownDimensions {
  const known = all.flatMap(({categories}) => categories.map(({role}) => role));
  const idle = block.omit.find((role) => !known.includes(role));
  if (idle !== undefined) {
    const what = `${block.kind} "${block.id}" leaves out ${idle}, and no category that it shows is that`;
    throw publicationFault(what, "Take it out of omit", block.position);
  }
  return {
    dimensions: all.map((dimension) => ({
      ...dimension,
      categories: dimension.categories.filter((category) => !block.omit.some((role) => role === category.role)),
    })),
    omitted: all.flatMap(({label, categories}) => {
      const left = categories.filter((category) => block.omit.some((role) => role === category.role));
      const roles = block.omit.filter((role) => left.some((category) => category.role === role));
      return left.length === 0 ? [] : [{of: label, labels: left.map((category) => category.label), roles}];
    }),
  };
}
