import {cellKey, type CellAddress} from "../../publication/index.ts";
import {isPublishedBefore} from "../../release/index.ts";
import {disclose, type Disclosed} from "../disclose/disclose.ts";
import type {DiscloseInput} from "../disclose/disclosure.ts";
import type {Links} from "../disclose/link/links.ts";
import {addressesIn, type Earlier} from "./chooseEarlier.ts";
import type {EarlierRelease} from "./earlierRelease.ts";
import {besidePublished} from "./besidePublished.ts";
import {linkEarlier} from "./linkEarlier.ts";

/** Cells as they may leave, with whatever proves it. */
export interface ProvedCells {
  readonly disclosed: Disclosed;
}

/** What is to be disclosed, and what was published before it. */
export interface BesideInput<Proved extends ProvedCells> extends Omit<DiscloseInput, "links"> {
  readonly edition: string;
  readonly earlier: Earlier;
  /** Keys of counts that are known from what was published, as the analyst says: nothing is left to protect. */
  readonly lost: ReadonlySet<string>;
  /** How counts hang together. */
  readonly link: (addresses: readonly CellAddress[]) => Links;
  /** Proves on people what tables leave, beside these releases, and withholds what they did not show to be unsafe. */
  readonly prove: (disclosed: Disclosed, earlier: Earlier) => Promise<Proved>;
  /** What was proved before of these very cells beside these releases; nothing where it has to be proved anew. */
  readonly recall?: (input: DiscloseInput, earlier: Earlier) => Promise<Proved | undefined>;
}

/**
 * Decides the fate of every cell so that all releases together give nothing away. What is published already is not
 * judged anew: where the release that stands in the ledger comes out again, from what was published before it or beside
 * it, nothing has changed. Only a release that differs from it has to reckon with it too.
 *
 * Throws DisclosureError where no withholding protects some count; with the findings of an audit where what was
 * published before plays a part.
 */
export async function discloseBeside<Proved extends ProvedCells>(input: BesideInput<Proved>): Promise<Proved> {
  try {
    return await discloseInTurn(input);
  } catch (error) {
    throw await besidePublished(error, input.earlier);
  }
}

async function discloseInTurn<Proved extends ProvedCells>(input: BesideInput<Proved>): Promise<Proved> {
  const {edition, earlier} = input;
  const standing = earlier.same.find(({release}) => release.edition.id === edition && release.number === undefined);
  const parts = standing === undefined ? [] : partsBeside(standing, earlier);
  // Beside a part of it only the numbers that stand are none that anything more has to be held against.
  const isEnough = (proved: Proved, part: Earlier): boolean =>
    part === earlier || (standing !== undefined && saysAs(proved.disclosed, standing));
  for (const part of [...parts, earlier]) {
    const proved = await input.recall?.(judging(part, input), part);
    if (proved !== undefined && isEnough(proved, part)) return proved;
  }
  for (const part of parts) {
    const proved = await discloseWith(part, input);
    if (isEnough(proved, part)) return proved;
  }
  return discloseWith(earlier, input);
}

/** What was published before a release, and all that stands beside it, where that is more. */
function partsBeside(standing: EarlierRelease, earlier: Earlier): readonly Earlier[] {
  const own = standing.release.edition;
  const isBefore = ({release: {edition}}: EarlierRelease): boolean =>
    edition.id === own.id || isPublishedBefore(edition, own);
  const without = (isKept: (one: EarlierRelease) => boolean): Earlier => ({
    same: earlier.same.filter((one) => one !== standing && isKept(one)),
    revised: earlier.revised.filter(isKept),
    longer: earlier.longer.filter(isKept),
    shorter: earlier.shorter.filter(isKept),
  });
  const [before, beside] = [without(isBefore), without(() => true)];
  const size = ({same, revised, longer, shorter}: Earlier): number =>
    same.length + revised.length + longer.length + shorter.length;
  return size(before) === size(beside) ? [beside] : [before, beside];
}

async function discloseWith<Proved extends ProvedCells>(earlier: Earlier, input: BesideInput<Proved>): Promise<Proved> {
  return input.prove(await disclose(judging(earlier, input)), earlier);
}

/** What is judged beside some releases. */
function judging(
  earlier: Earlier,
  {asked, tabulation, policy, withheldByChoice, link, lost}: BesideInput<ProvedCells>,
): DiscloseInput {
  const links = link([...asked, ...addressesIn(earlier)]);
  const keys = new Set(asked.map(cellKey));
  const linked = linkEarlier({links, earlier, asked: keys, tabulation, policy, lost});
  return {asked, tabulation, policy, withheldByChoice, links: linked};
}

function saysAs({cells}: Disclosed, {release}: EarlierRelease): boolean {
  const lines = (all: Disclosed["cells"]): string =>
    all
      .map(({address, cell}) => `${cellKey(address)} ${JSON.stringify(Object.entries(cell).sort())}`)
      .sort()
      .join("\n");
  return lines(cells) === lines(release.cells);
}
