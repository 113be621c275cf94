/** The `package.json` of a new project, in a folder that is called so, which is built by a version of the program. */
export function projectManifest({called, version}: {readonly called: string; readonly version: string}): string {
  const name = called
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const manifest = {
    name: name === "" ? "reports" : name,
    private: true,
    type: "module",
    scripts: {
      build: "smallprint build",
      check: "smallprint check",
      dev: "smallprint dev",
      release: "smallprint release",
    },
    dependencies: {smallprint: version},
    // npm asks before a package may run what it brings: these are the Node that the program runs on, and what makes pages.
    allowScripts: {node: true, esbuild: true},
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
