#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it and say what is wrong instead of stumbling over TypeScript.
const needed = 24;
const [major] = process.versions.node.split(".");

/** Systems that the database has a program for. The tests run on the first. */
const systems = ["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "win32-x64", "win32-arm64"];
const system = `${process.platform}-${process.arch}`;

if (!systems.includes(system)) {
  console.error(
    `Smallprint does not run on ${system}: it reads extracts with a database that has a program for Linux, macOS and ` +
      `Windows on x64 and arm64 only. Use a machine of one of these.`,
  );
  process.exit(2);
}

if (Number(major) < needed) {
  console.error(
    `Smallprint needs Node ${needed} and this is Node ${process.versions.node}. ` +
      `"npm ci" installs Node ${needed} inside the project and npm uses it: run "npm run build" or "npx smallprint". ` +
      `If this is what you did, install again without "--ignore-scripts".`,
  );
  process.exit(2);
}
