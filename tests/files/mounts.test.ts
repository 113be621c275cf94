import {mkdirSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {root} from "../cli/runCommand.ts";
import {smallProject} from "./project.ts";
import {canMount, runMounted} from "./runMounted.ts";

/** A program that replaces the site of a project, and prints what stands there then, or why it was refused. */
const replaceSite = (project: string, prepared = 'writeFileSync(ready + "/new.html", "new page")'): string => `
  const {readdirSync, mkdirSync, writeFileSync} = await import("node:fs");
  const {Staging, restoreInterrupted} = await import(${JSON.stringify(path.join(root, "src/files/index.ts"))});
  const project = ${JSON.stringify(project)};
  try {
    using staging = Staging.open(project, project + "/.cache");
    const ready = staging.folder + "/dist";
    mkdirSync(ready);
    ${prepared};
    staging.publish([{from: ready, to: project + "/dist"}]);
  } catch (error) {
    console.log(error.message);
  }
  restoreInterrupted(project, project + "/.cache");
  console.log(JSON.stringify([readdirSync(project + "/dist").sort(), readdirSync(project + "/.cache").sort()]));`;

const idle = ["gate.lock"];

describe.skipIf(!canMount)("an output", () => {
  test("on another device is replaced", () => {
    const {root: project} = smallProject();
    const data = path.join(project, "elsewhere");
    mkdirSync(data);
    const mounts = [`mount -t tmpfs tmpfs ${data}`, `mkdir ${data}/dist`, `touch ${data}/dist/old.html`];
    const program = replaceSite(project).replaceAll('project + "/dist"', 'project + "/elsewhere/dist"');
    expect(JSON.parse(runMounted(mounts, program).output)).toEqual([["new.html"], idle]);
  });

  test("that is a mount point is replaced entry by entry", () => {
    const {root: project} = smallProject();
    const mounts = [`mount -t tmpfs tmpfs ${project}/dist`, `touch ${project}/dist/old.html`];
    expect(JSON.parse(runMounted(mounts, replaceSite(project)).output)).toEqual([["new.html"], idle]);
  });

  test("that is a mount point out of the project is too, and no reservation of the build stays there", () => {
    const {root: project, elsewhere} = smallProject();
    const dist = path.join(elsewhere, "dist");
    mkdirSync(dist);
    const mounts = [`mount -t tmpfs tmpfs ${dist}`, `touch ${dist}/old.html`];
    const program = replaceSite(project).replaceAll('project + "/dist"', JSON.stringify(dist));
    expect(JSON.parse(runMounted(mounts, program).output)).toEqual([["new.html"], idle]);
  });

  test("that another folder is bound to is replaced entry by entry", () => {
    const {root: project, elsewhere} = smallProject();
    const mounts = [`mount --bind ${elsewhere} ${project}/dist`];
    expect(JSON.parse(runMounted(mounts, replaceSite(project)).output)).toEqual([["new.html"], idle]);
  });

  test("with something mounted within is refused with words", () => {
    const {root: project} = smallProject();
    mkdirSync(path.join(project, "dist/files"));
    const {output} = runMounted([`mount -t tmpfs tmpfs ${project}/dist/files`], replaceSite(project));
    expect(output).toContain(`${project}/dist/files: something is mounted here`);
  });

  test("on a disk that is full stays as it was", () => {
    const {root: project} = smallProject();
    const mounts = [`mount -t tmpfs -o size=64k tmpfs ${project}/dist`, `touch ${project}/dist/old.html`];
    const large = 'writeFileSync(ready + "/new.html", "x".repeat(200_000))';
    const {output} = runMounted(mounts, replaceSite(project, large));
    expect(output).toContain("ENOSPC");
    expect(output).toContain(JSON.stringify([["old.html"], idle]));
  });

  test("on a disk that can only be read stays as it was", () => {
    const {root: project} = smallProject();
    const mounts = [`mount --bind ${project}/dist ${project}/dist`, `mount -o remount,bind,ro ${project}/dist`];
    const {output} = runMounted(mounts, replaceSite(project));
    expect(output).toContain("EROFS");
    expect(output).toContain(JSON.stringify([["index.html", "old.html"], idle]));
  });
});
