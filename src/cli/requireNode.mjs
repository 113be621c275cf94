#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it and say what is wrong instead of stumbling over TypeScript.
const needed = 24;
const [major] = process.versions.node.split(".");

if (Number(major) < needed) {
  console.error(
    `Smallprint needs Node ${needed} and this is Node ${process.versions.node}. ` +
      `"npm ci" installs Node ${needed} inside the project and npm uses it: run "npm run build" or "npx smallprint". ` +
      `If this is what you did, install again without "--ignore-scripts".`,
  );
  process.exit(2);
}
