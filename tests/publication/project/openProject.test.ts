import {mkdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {oncePerProject, openProject, type Project} from "../../../src/publication/index.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

const refuse = (_: unknown, message: string): Error => new Error(message);

function projectWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

describe("an opened project", () => {
  test("goes on saying what a file said when it was first read", () => {
    const root = projectWith({"data/codelists/sex.csv": "first"});
    const project = openProject(root);
    expect(project.text("data/codelists/sex.csv", refuse)).toBe("first");
    writeFileSync(path.join(root, "data/codelists/sex.csv"), "second");
    expect(project.bytes("data/codelists/../codelists/sex.csv", refuse).toString()).toBe("first");
    expect(openProject(root).text("data/codelists/sex.csv", refuse)).toBe("second");
  });

  test("refuses what is no file, and what is larger than people write", () => {
    const root = projectWith({"data/large.csv": "x".repeat(33 * 1024 * 1024)});
    const project = openProject(root);
    expect(() => project.text("data", refuse)).toThrow("this is no file but a folder");
    expect(() => project.text("data/large.csv", refuse)).toThrow("larger than 32 MB");
  });
});

describe("a reading of a project's files", () => {
  const calls: string[] = [];
  const lengthOf = oncePerProject((project: Project, file: string): number => {
    calls.push(file);
    return project.text(file, refuse).length;
  });

  test("is done once for each project and file", () => {
    calls.length = 0;
    const root = projectWith({one: "1", two: "22"});
    const [project, again] = [openProject(root), openProject(root)];
    expect([project, project, again].map((opened) => lengthOf(opened, "one"))).toEqual([1, 1, 1]);
    expect(lengthOf(project, "two")).toBe(2);
    expect(calls).toEqual(["one", "one", "two"]);
  });

  test("is done again where it failed", () => {
    const root = projectWith({});
    const project = openProject(root);
    expect(() => lengthOf(project, "late")).toThrow("cannot be read (ENOENT)");
    writeFileSync(path.join(root, "late"), "333");
    expect(lengthOf(project, "late")).toBe(3);
  });
});
