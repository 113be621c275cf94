import {mkdirSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {root as source} from "../../../cli/runCommand.ts";
import {canMount, runMounted} from "../../../files/runMounted.ts";
import {extract, form, projectWith, smallReport} from "./smallProject.ts";

/** Reads the extract of a project, and prints how many forms were read, or why none. */
const readForms = (root: string): string => `
  const {ingest} = await import(${JSON.stringify(path.join(source, "src/confidential/sources/files/ingest.ts"))});
  const {openProject} = await import(${JSON.stringify(path.join(source, "src/publication/index.ts"))});
  process.env.TMPDIR = ${JSON.stringify(path.join(root, "small"))};
  try {
    await using ingested = await ingest({project: openProject(${JSON.stringify(root)}), report: ${JSON.stringify(smallReport())}});
    console.log(ingested.extracts.get("people").counts.read);
  } catch (error) {
    console.log(error.exitCode, error.message);
  }`;

test.skipIf(!canMount).each(["16k", "32k", "64k", "96k", "128k", "1m"])(
  "on a disk for temporary files of %s all forms are read, or none with words",
  (size) => {
    // A quoted line break: the file has to be written anew before it is read.
    const root = projectWith(extract(form({DRUG2: '"C\n"'}), ...Array.from({length: 1500}, () => form())));
    mkdirSync(path.join(root, "small"));
    const {output} = runMounted([`mount -t tmpfs -o size=${size} tmpfs ${root}/small`], readForms(root));
    expect(output.trim()).toMatch(
      /^(1501|undefined ENOSPC: no space left on device.*|10 people\.csv: the file could not be read \(ENOSPC\)\. Look for room .*)$/,
    );
  },
);
