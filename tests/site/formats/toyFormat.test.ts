import {mkdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {unzipSync} from "fflate";
import {beforeEach, describe, expect, test} from "vitest";
import {auditDist} from "../../../src/audit/index.ts";
import {auditText} from "../../../src/audit/site/auditText.ts";
import type {Reader, Readers} from "../../../src/audit/site/readers/reader.ts";
import {readers} from "../../../src/audit/site/readers/readers.ts";
import {leafBlocks, loadPublication, openProject} from "../../../src/publication/index.ts";
import {readRelease, releaseFor, releasesOf, type DownloadFormat} from "../../../src/release/index.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {encode, type Format} from "../../../src/site/formats/format.ts";
import {formats} from "../../../src/site/formats/formats.ts";
import {reportFiles} from "../../../src/site/formats/reportFiles.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

/** A format that no part of the program has heard of: the shares of a figure, one a line. */
const lst: Format = {
  name: "LST",
  type: "text/plain; charset=utf-8",
  ofItem: ({id, data}) => {
    const lines = data.rows.map(({cell}) => (cell.status === "published" ? `${String(cell.value)}%\n` : "[c]\n"));
    return [{path: `data/${id}.lst`, bytes: encode(lines.join("")), label: "numbers"}];
  },
  ofReport: () => [],
  ofFiles: () => [],
};

/** How the audit reads it back: every number is one of the figure's. */
const reader: Reader = {
  places: {ofSite: [], ofEdition: [/^data\/[a-z0-9-]+\.lst$/]},
  isText: true,
  auditSiteFile: () => undefined,
  auditEditionFile: ({file, site, figure, phrases}, findings) => {
    for (const [index, text] of site.text(file).split("\n").entries()) {
      const numbers = figure?.scope.numbers ?? new Set<string>();
      auditText({text, file, place: `line ${String(index + 1)}`, kind: "CSV", numbers, phrases}, findings);
    }
  },
};

const root = fileURLToPath(new URL("../../..", import.meta.url));
const id = "south-east-2007-08";
const publication = loadPublication(openProject(root), id);
const releases = releasesOf(publication, (edition) => {
  const file = `data/releases/${edition}/release.json`;
  return readRelease(
    openProject(root).text(file, (_, message) => new Error(message)),
    file,
  );
});
const edition = {publication, release: releaseFor("this", releases), releases};

/** The files of the report's first figure in some formats. */
function filesIn(known: Readonly<Record<string, Format>>) {
  const block = publication.chapters
    .flatMap(({blocks}) => leafBlocks(blocks))
    .find((one) => one.kind === "figure" && one.show[0]?.measure === "share");
  if (block?.kind !== "figure") throw new Error("the report has a figure of shares");
  const {id: name, number} = block;
  const items = [{kind: "figure", id: name, number, title: "", data: readFigureData(block, releases)} as const];
  const {title, publisher, contact} = publication.report;
  const words = {
    ...{id, title, publisher, contact},
    region: "",
    period: "",
    notices: [{heading: "Synthetic data", words: "Every record was made up."}],
    isOfRecords: true,
    mark: "[c]",
  };
  return reportFiles({items, words, differences: []}, known);
}

let folder = "";

/** Writes an edition's folder with an empty page and one file of the format. */
function writeSite(change: (text: string) => string = (text) => text): void {
  const file = filesIn({lst})[0]!;
  mkdirSync(path.join(folder, id, "data"), {recursive: true});
  writeFileSync(path.join(folder, id, "index.html"), "<!doctype html><html lang='en'><body></body></html>");
  writeFileSync(path.join(folder, id, file.path), change(Buffer.from(file.bytes).toString()));
}

/** What an audit with some readers finds in files of the format. */
async function found(known?: Readers): Promise<readonly string[]> {
  const {list} = await auditDist(folder, [edition], known && {known});
  return list.filter(({file}) => file.endsWith(".lst")).map(({place, what}) => `${place}: ${what}`);
}

describe("a format of one file", () => {
  beforeEach(() => {
    folder = temporaryFolder();
  });

  test("is offered beside the others, and stands in the archive", () => {
    const files = filesIn({...formats, lst});
    expect(files.map(({format}) => format)).toEqual(["CSV", "LST", "CSV", "ZIP"]);
    const archive = files.at(-1)!;
    expect(Object.keys(unzipSync(archive.bytes)).filter((name) => name.endsWith(".lst"))).toHaveLength(1);
  });

  test("is a finding where the audit has no reader for it", async () => {
    writeSite();
    expect(await found()).toEqual([
      "the whole file: a file of a kind that the site does not have: what it holds is not audited",
    ]);
  });

  test("is read back by its reader, and a number that was not released is found", async () => {
    writeSite();
    expect(await found({...readers, lst: reader})).toEqual([]);
    writeSite((text) => text.replace(/[\d.]+/, "98.7654"));
    expect(await found({...readers, lst: reader})).toEqual([
      "line 1: 98.7654% is no number that is released for this place",
    ]);
  });

  test("is a finding where its reader looks at nothing", async () => {
    writeSite();
    expect(await found({...readers, lst: {...reader, auditEditionFile: () => undefined}})).toEqual([
      "the whole file: it holds digits, and its reader looked at none of them",
    ]);
  });
});

describe("leaving out a part of a format does not compile:", () => {
  type WithToy = DownloadFormat | "lst";

  test("its writer, its reader, or what its reader says of where it stands", () => {
    // @ts-expect-error -- there is no writer of "lst"
    const written: Readonly<Record<WithToy, Format>> = formats;
    // @ts-expect-error -- there is no reader of "lst"
    const read: Readonly<Record<WithToy, Reader>> = readers;
    const {places, ...rest} = reader;
    // @ts-expect-error -- a reader says where files of its format stand
    const placeless: Reader = rest;
    expect([written, read, placeless, places]).toHaveLength(4);
  });
});
