import type {Release} from "../../release/index.ts";
import type {Notice} from "./notice.ts";

/** Whether anybody was counted for a report: it rests on figures from elsewhere alone otherwise. */
export function isOfRecords({vocabulary}: Release): boolean {
  return vocabulary.populations.length > 0;
}

/** What of a report was made up, records or figures from elsewhere, and that figures are real where nobody was counted. */
export function noticesOfSources(release: Release): readonly Notice[] {
  const {references} = release.vocabulary;
  const madeUp = references.filter(({synthetic}) => synthetic);
  const isReal = !isOfRecords(release) && (madeUp.length === 0 || madeUp.length < references.length);
  return [...ofMadeUp(release, madeUp), ...(isReal ? [ofReal(madeUp.length > 0)] : [])];
}

const notFacts = "describe nobody and must not be quoted as facts";

function ofMadeUp(release: Release, figures: Release["vocabulary"]["references"]): readonly Notice[] {
  const {provenance, vocabulary} = release;
  const titles = figures.map(({title}) => `“${title}”`).join(", ");
  const records = "Every record behind this report was made up.";
  if (figures.length === 0) {
    const words = `${records} The numbers ${notFacts}.`;
    return provenance.synthetic ? [{heading: "Synthetic data", words, isOfMadeUp: true}] : [];
  }
  const isAll = isOfRecords(release) ? provenance.synthetic : figures.length === vocabulary.references.length;
  const also = `Figures from elsewhere that were made up: ${titles}. They stand in figures and tables whose source says “synthetic figures” and in the text about these, ${notFacts}.`;
  const words = provenance.synthetic ? `${records} ${also}` : also;
  return [{heading: isAll ? "Synthetic data" : "Partly synthetic data", words, isOfMadeUp: true}];
}

function ofReal(areOthersMadeUp: boolean): Notice {
  const which = areOthersMadeUp ? "All other numbers" : "The numbers of this report";
  const words = `${which} are real. Others have published them: their sources stand under every figure. No record of anyone was read for it.`;
  return {heading: "Real, published figures", words};
}
