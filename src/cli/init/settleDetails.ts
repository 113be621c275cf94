import type {Environment} from "../environment.ts";
import {UsageError} from "../UsageError.ts";
import type {EditionGuess} from "./guessEdition.ts";

/** What `init` was told on the command line. */
export interface GivenDetails {
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly publisher?: string;
  readonly contact?: string;
}

/** What a new edition needs to know beyond its template. */
export interface EditionDetails {
  readonly region: string;
  readonly period: {readonly from: string; readonly to: string};
  readonly publisher: string;
  readonly contact: string;
}

/**
 * Puts together what was given, guessed from the edition's name, and, where a person is there, asked. Throws UsageError
 * with the flag to use for what nobody tells.
 */
export async function settleDetails(
  given: GivenDetails,
  guess: EditionGuess,
  {ask}: Pick<Environment, "ask">,
): Promise<EditionDetails> {
  const settle = async (known: string | undefined, flag: string, question: string): Promise<string> => {
    if (known !== undefined) return known;
    const answer = ask === undefined ? "" : await ask(`${question}: `);
    if (answer !== "") return answer;
    throw new UsageError(`${question} is not known. Give it with ${flag}.`);
  };
  return {
    region: await settle(
      given.region ?? guess.region,
      "--region <name>",
      "The region, a name of data/codelists/regions.csv",
    ),
    period: {
      from: await settle(given.from ?? guess.period?.from, "--from 2009-04-01", "The first day of the period"),
      to: await settle(given.to ?? guess.period?.to, "--to 2010-03-31", "The last day of the period"),
    },
    publisher: await settle(given.publisher, "--publisher <name>", "The publisher"),
    contact: await settle(given.contact, "--contact <address>", "The contact address"),
  };
}
