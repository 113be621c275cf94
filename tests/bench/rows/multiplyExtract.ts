import {createReadStream, createWriteStream} from "node:fs";
import {once} from "node:events";
import {createInterface} from "node:readline/promises";

/** What to multiply and how far. */
export interface Multiplied {
  readonly from: string;
  readonly to: string;
  readonly forms: number;
  /** Whether rows with too few or too many fields are kept: data.table stops at the first of them. */
  readonly withBrokenRows: boolean;
}

/**
 * Writes an extract of so many forms: the synthetic one again and again, each time with other numbers of forms and
 * other clients, so that clients have as many forms as before.
 */
export async function multiplyExtract({from, to, forms, withBrokenRows}: Multiplied): Promise<void> {
  const [header = "", ...lines] = await readLines(from);
  const width = header.split(",").length;
  const usable = lines.filter((line) => withBrokenRows || line.split(",").length === width);
  const out = createWriteStream(to);
  out.write(`${header}\n`);
  for (let written = 0, copy = 0; written < forms; copy++) {
    const some = usable.slice(0, forms - written);
    written += some.length;
    if (!out.write(some.map((line) => `${renumber(line, copy)}\n`).join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

function renumber(line: string, copy: number): string {
  return line.replace(/^P/, `P${copy}-`).replace("CANARY-", `CANARY-${copy}-`);
}

async function readLines(file: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({input: createReadStream(file), crlfDelay: Infinity})) lines.push(line);
  return lines;
}
