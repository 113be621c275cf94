import {publicationFault} from "../PublicationError.ts";
import {isDevice} from "./isDevice.ts";

const aFolder = "a folder of the project";
const aFile = "a file of the project";

/** What the project, its site, its builder and queries call by these names already. */
const taken: Readonly<Record<string, string>> = {
  data: aFolder,
  dist: aFolder,
  docs: aFolder,
  public: aFolder,
  reports: aFolder,
  src: aFolder,
  templates: aFolder,
  tests: aFolder,
  package: aFile,
  tsconfig: aFile,
  accessibility: "a page of the site",
  index: "a page of the site",
  this: "how a query names its own edition",
  previous: "how a query names the edition before",
};

/** With endings and what is added to it on the way, a file's name has to be within 255 bytes. */
const longest = 100;

/**
 * Throws PublicationError for a folder below `reports/` that is no name of an edition: other letters than addresses and file
 * names take everywhere, or what is called so already.
 */
export function checkEditionName(name: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    const remedy = "Name the folder in lower-case letters, digits and hyphens, as south-west-2009-10";
    throw publicationFault(`reports/${name}: this is not a name for an edition`, remedy);
  }
  if (/^\d+$/.test(name)) {
    throw publicationFault(
      `reports/${name}: a number alone is the name of pages for errors`,
      "Name the folder in words",
    );
  }
  if (name.length > longest) {
    const remedy = `Name the folder in ${String(longest)} letters at most`;
    throw publicationFault(`reports/${name.slice(0, longest)}…: this name is too long for files`, remedy);
  }
  const is = isDevice(name) ? "a device of Windows, where no file can be called so," : taken[name];
  if (is !== undefined && (isDevice(name) || Object.hasOwn(taken, name))) {
    throw publicationFault(`reports/${name}: this is ${is} already`, "Give the folder another name");
  }
}
