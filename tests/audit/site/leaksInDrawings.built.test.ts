import {expect, test} from "vitest";
import {SmallSite} from "./smallSite.ts";

const page = "index.html";
/** In no release: more than the people of the region. */
const unreleased = "987654";

const planted: readonly (readonly [leak: string, plant: (site: SmallSite) => void, found: RegExp])[] = [
  [
    "a bar that nobody released",
    (site) =>
      site.change(
        page,
        /(id="age-and-sex-in-prison-wide".*?)(<rect class="bar")/s,
        '$1<rect class="bar" x="0" y="0" width="33.33" height="22"/>$2',
      ),
    /age-and-sex-in-prison-wide.*a box is neither a mark, a key nor the ground of a text, and names no cell/,
  ],
  [
    "a bar of another length than its number's",
    (site) => site.change(page, /(id="age-and-sex-in-prison-wide".*?<rect class="bar"[^>]* width=")[\d.]+/s, "$117.77"),
    /age-and-sex-in-prison-wide.*a bar is not as long as its released value/,
  ],
  [
    "a bar drawn as a path",
    (site) =>
      site.change(
        page,
        /(id="age-and-sex-in-prison-wide".*?)(<rect class="bar")/s,
        '$1<path d="M0,0L9,0L9,9Z" fill="red"/>$2',
      ),
    /a path is neither hatching/,
  ],
  [
    "a dot for a withheld mean",
    (site) =>
      site.change(
        page,
        /(id="age-by-prison-wide".*?)(<circle class="dot" cx=")([\d.]+)("[^>]*>)/s,
        "$1$2$3$4$2310.5$4",
      ),
    /age-by-prison-wide.*a shape stands elsewhere than its released value is/,
  ],
  [
    "an axis that goes on to a withheld maximum",
    (site) =>
      site.change(
        page,
        /(id="age-by-prison-wide".*?<text[^>]*>)40(<\/text>)/s,
        (_, before = "", after = "") =>
          `${before}40${after}<text x="700" ${/y="[\d.]+"/.exec(before.slice(before.lastIndexOf("<text")))![0]} fill="var(--figure-muted, #565D66)" data-channel="x-tick" data-scale="0">45</text>`,
      ),
    /an axis goes on to 45/,
  ],
  [
    "a dot that names no cell",
    (site) => site.change(page, /(id="age-by-prison-wide".*?<circle [^>]*?) data-channel="[^>]*>/s, "$1/>"),
    /age-by-prison-wide.*a dot names no cell and is none of the legend/,
  ],
  [
    "a dot that names a cell of another figure",
    (site) =>
      site.change(
        page,
        /(id="age-by-prison-wide".*?<circle [^>]*data-cell=")[^"]*/s,
        "$1south-east-2008-09 count prison []",
      ),
    /age-by-prison-wide.*a shape names a cell that is none of this figure's own/,
  ],
  [
    "a scale with a number in it that is no scale",
    (site) => site.change(page, /(id="age-by-prison-wide".*?data-scales=")/s, `$1x linear 0 ${unreleased} | 0 100; `),
    /age-by-prison-wide.*a scale ends neither at a published value/,
  ],
  [
    "a number in the attributes of a drawing outside figures",
    (site) => site.change(page, /<rect class="share"/, `<rect data-cell="${unreleased}" class="share"`),
    /a shape outside figures names a cell/,
  ],
  [
    "a number in a drawing's title and description",
    (site) =>
      site.change(page, /(id="age-by-prison-wide"[^>]*>)/, `$1<title>${unreleased}</title><desc>876543 men</desc>`),
    /987654 is no number[^]*876543 is no number/,
  ],
];

test.each(planted)("%s is found", async (_, plant, found) => {
  const site = new SmallSite();
  plant(site);
  expect((await site.audit()).join("\n")).toMatch(found);
});
