import {encode, nameOfItem, type Format} from "./format.ts";

/** The drawing of each figure of which something is published. */
export const svg: Format = {
  name: "SVG",
  type: "image/svg+xml",
  ofItem: (item) => {
    if (item.svg === undefined) return [];
    return [{path: `figures/${item.id}.svg`, bytes: encode(item.svg), label: `${nameOfItem(item)}, drawing`}];
  },
  ofReport: () => [],
  ofFiles: () => [],
};
