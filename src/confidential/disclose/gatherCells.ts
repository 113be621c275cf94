import type {DiscloseInput, Disclosure} from "./disclosure.ts";

/**
 * Brings the cells of all figures, tables, sentences and claims together, each once, however many of them show it:
 * the same cell then has the same fate everywhere.
 */
export function gatherCells({tabulation, policy}: DiscloseInput): Disclosure {
  const cells = new Map([...tabulation].map(([key, counted]) => [key, {counted}] as const));
  return {policy, cells};
}
