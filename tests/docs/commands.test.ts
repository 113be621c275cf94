import {expect, test} from "vitest";
import {runCommand} from "../cli/runCommand.ts";
import {codeBlocks, readDocuments} from "./documents.ts";

const commands = [
  "new",
  "init",
  "synthesise",
  "check",
  "release",
  "build",
  "dev",
  "explain",
  "protect",
  "audit",
  "upgrade",
];

// Written anew by `npx vitest run tests/docs -u`.
test("docs/commands.md says what the commands say of themselves", async () => {
  const parts = await Promise.all(
    commands.map(async (command) => {
      const {output} = await runCommand([command, "--help"]);
      return `## ${command}\n\n\`\`\`text\n${output.trim()}\n\`\`\`\n`;
    }),
  );
  const text = [
    "# The commands\n",
    "Each runs as `npx smallprint <command>` or `npm run <command> -- <options>`. On a terminal they show their progress; in a log",
    "they print only what came out. `--help` prints what stands here.\n",
    "A command works in the project that it is called in, which is the nearest folder upwards that has `reports/`, or in the one",
    "that `--root <folder>` names, before or after the command. `protect` and `new` need none.\n",
    "What is published is decided by the day: an edition is from the day on that its `report.yaml` names. `--today 2009-04-01`, before or",
    "after the command, names the day to take for today, and so does the environment variable `SMALLPRINT_TODAY` where the option is not",
    "there; without either it is the day by the clock in Europe/London. So the same project, extracts and day give the same bytes on any",
    "machine. A release is never made anew as of a day before the one on which it was published, except as a trial with `--out`.\n",
    ...parts,
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../../docs/commands.md");
});

test("every command in the documentation exists and takes the options that it is shown with", async () => {
  const shown = readDocuments()
    .flatMap((document) => codeBlocks(document, "sh"))
    .flatMap((block) => [...block.matchAll(/npx smallprint (.+)/g)].map(([, line = ""]) => line.split(" ")));
  expect(shown.length).toBeGreaterThan(3);
  for (const [command = "", ...words] of shown) {
    const {output} = await runCommand([command, "--help"]);
    for (const option of words.filter((word) => word.startsWith("--"))) expect(output).toContain(option);
  }
});
