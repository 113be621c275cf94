import {encode, type Format} from "./format.ts";
import {readme} from "./zip/readme.ts";
import {zipFiles} from "./zip/zipFiles.ts";

/** Everything in one archive, with a README. */
export const zip: Format = {
  name: "ZIP",
  type: "application/zip",
  ofItem: () => [],
  ofReport: () => [],
  ofFiles: (files, {words}) => {
    const bytes = zipFiles([{path: "README.txt", bytes: encode(readme(words, files))}, ...files], words.published);
    return [{path: `data/${words.id}.zip`, bytes, label: "All data and drawings"}];
  },
};
