import {randomBytes} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {writeWhole} from "../../../../files/index.ts";
import {ExtractError} from "../../ExtractError.ts";
import type {Source} from "../openExtract.ts";

/** What keys are: one word, too long to be tried out. */
const key = /^\S{16,200}$/;

/**
 * The key of a table of counts: a secret that lies beside it, `<file>.key`, and is made where there is none. Whoever knows
 * all of a table but a few counts could else try these out on the hash of the certificate, which of records only those can
 * do who know the references of all clients.
 *
 * Throws ExtractError for a key that is none, and where none can be written.
 */
export function keyOfTable({path, file}: Source): string {
  const place = `${path}.key`;
  if (!existsSync(place)) return makeKey(place, file);
  const text = readFileSync(place, "utf8").trim();
  if (key.test(text)) return text;
  throw new ExtractError(
    {file: `${file}.key`},
    "this is no key of a table: one word of 16 to 200 signs. Put the key back that was made for the table; remove the file where there is none, and another is made.",
  );
}

function makeKey(place: string, file: string): string {
  const made = randomBytes(32).toString("hex");
  try {
    writeWhole(place, `${made}\n`, {mode: 0o600});
    return made;
  } catch {
    throw new ExtractError(
      {file: `${file}.key`},
      "the key of the table cannot be written there. Let the folder be written to, or put a file of that name there with one word of 16 to 200 signs that nobody can guess.",
    );
  }
}
