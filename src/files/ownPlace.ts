import path from "node:path";

// Where the program itself is, whatever project it works in. The modules that render pages are bundled elsewhere and must
// not ask: there is no use of these beyond the command line, the integration and the printer.

/** Folder of the program's package, absolute: it has `package.json`, `templates/` and `data/`. */
export const ownPackage = path.resolve(import.meta.dirname, "../..");

/** Folder of the program's code, absolute: `src` of a checkout, `lib` of an installed package. */
export const ownCode = path.resolve(import.meta.dirname, "..");

/** The program itself, absolute, for a process that shall run a command of it. */
export const ownCommand = path.join(ownPackage, "src/cli/smallprint.mjs");
