import {gunzipSync} from "node:zlib";
import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {inflateSync} from "node:zlib";
import {unzipSync} from "fflate";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

/** Texts that a file holds, in whatever way it packs them. */
export async function textsOf(name: string, bytes: Buffer): Promise<readonly string[]> {
  const raw = bytes.toString("latin1");
  if (raw.startsWith("%PDF")) return [raw, ...inflatedStreams(bytes), ...(await pagesOf(bytes))];
  if (raw.startsWith("PK")) return [raw, ...(await textsInZip(name, bytes))];
  return [raw, bytes.toString("utf8"), bytes.toString("utf16le")];
}

/** Every file below a folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.join(parentPath, name))
    .toSorted();
}

/** What gives a record away: a client's reference, or a date of birth. */
export interface Secrets {
  /** ISO dates. */
  readonly births: ReadonlySet<string>;
}

/** The dates of birth of synthetic extracts, as ISO dates. */
export function birthsIn(extracts: readonly string[]): ReadonlySet<string> {
  const births = extracts.flatMap((file) => {
    const [header = "", ...rows] = textOf(file).split(/\r?\n/);
    const column = header.split(",").indexOf("DOB");
    return rows.flatMap((row) => datesIn(row.split(",")[column] ?? ""));
  });
  return new Set(births);
}

/** The text of an extract, packed or not. */
export function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** What in a text gives a record away; each thing once. */
export function secretsIn(text: string, {births}: Secrets): readonly string[] {
  const canaries = text.includes("CANARY-") ? ["CANARY-"] : [];
  return [...canaries, ...new Set(datesIn(text).filter((date) => births.has(date)))];
}

/** Dates of a text in the ways that extracts and pages write them, as ISO dates. */
function datesIn(text: string): readonly string[] {
  const british = [...text.matchAll(/(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/g)].map(
    ([, day = "", month = "", year = ""]) => [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
  );
  return [...british, ...[...text.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([date]) => date)];
}

function inflatedStreams(bytes: Buffer): readonly string[] {
  const raw = bytes.toString("latin1");
  return [...raw.matchAll(/stream\r?\n/g)].flatMap(({index, 0: mark}) => {
    const start = index + mark.length;
    const end = raw.indexOf("endstream", start);
    try {
      return [inflateSync(bytes.subarray(start, end)).toString("latin1")];
    } catch {
      // Not every stream is deflated; those that are not stand in the raw text.
      return [];
    }
  });
}

async function pagesOf(bytes: Buffer): Promise<readonly string[]> {
  const loading = getDocument({data: new Uint8Array(bytes), verbosity: 0});
  const document = await loading.promise;
  const numbers = Array.from({length: document.numPages}, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const {items} = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
  await loading.destroy();
  return pages;
}

async function textsInZip(name: string, bytes: Buffer): Promise<readonly string[]> {
  const entries = Object.entries(unzipSync(new Uint8Array(bytes)));
  const texts = await Promise.all(entries.map(([entry, content]) => textsOf(`${name}/${entry}`, Buffer.from(content))));
  return texts.flat();
}
