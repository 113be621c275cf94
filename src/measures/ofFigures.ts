import type {Counted} from "./ingredients.ts";

/** What is the same of every measure that is made of published figures alone: it counts nobody, and nothing protects it. */
export const ofFigures = {
  about: "reference" as const,
  besidePlaces: () => [],
  numberOf: () => undefined,
  base: "none" as const,
  needsPart: false,
  restsOn: () => [],
  isOfTooFew: () => false,
  ruleInWords: undefined,
  rounded: (counted: Counted): Counted => counted,
};
