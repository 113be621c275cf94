#!/usr/bin/env node
// Prints the bill of materials of everything that package-lock.json names, in CycloneDX, the same bytes each time: npm adds
// a serial number, the time and the folder's name, which say nothing of what is inside.
import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";

const {name} = JSON.parse(readFileSync("package.json", "utf8"));
const argv = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"];
const {status, stdout, stderr} = spawnSync("npm", argv, {encoding: "utf8", maxBuffer: 1 << 28});
if (status !== 0) {
  console.error(`npm could not list what is installed. It needs npm 10 or newer.\n${stderr}`);
  process.exit(1);
}

const bill = JSON.parse(stdout);
delete bill.serialNumber;
delete bill.metadata.timestamp;
bill.metadata.component.name = name;
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
