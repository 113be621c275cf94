import {cellKey, type CellAddress, type Vocabulary} from "../publication/index.ts";
import type {Cell} from "./cell.ts";
import {ReleaseError} from "./ReleaseError.ts";
import {releaseSchema, type ReleaseContent} from "./schema.ts";

declare const passedTheDoor: unique symbol;

/**
 * What has been released of one edition. Only {@link readRelease} makes one, so that nothing else can be handed to
 * code that renders.
 */
export interface Release {
  readonly [passedTheDoor]: true;
  readonly edition: ReleaseContent["edition"];
  /** Which release of its edition it was, counted from 1, where a later one has replaced it in the ledger. */
  readonly number?: number;
  readonly provenance: ReleaseContent["provenance"];
  readonly disclosure: ReleaseContent["disclosure"];
  readonly vocabulary: Vocabulary;
  readonly answers: ReadonlySet<string>;
  /** Every cell with its address, in the order of the file. */
  readonly cells: ReleaseContent["cells"];
  /** The cell at an address; throws ReleaseError where the release does not answer for it. */
  readonly cell: (address: CellAddress) => Cell;
  readonly has: (address: CellAddress) => boolean;
}

/** Reads the text of a `release.json`. Throws ReleaseError where it is not one. */
export function readRelease(text: string, file: string): Release {
  const content = parse(text, file);
  const cells = new Map(content.cells.map(({address, cell}) => [cellKey(address), cell as Cell]));
  const {edition, provenance, disclosure, populations, references} = content;
  const release: Omit<Release, typeof passedTheDoor> = {
    edition,
    provenance,
    disclosure,
    vocabulary: {populations, references} as Vocabulary,
    answers: new Set(content.answers),
    cells: content.cells,
    has: (address) => cells.has(cellKey(address)),
    cell: (address) => {
      const cell = cells.get(cellKey(address));
      if (cell === undefined) throw ReleaseError.unanswered(file, cellKey(address));
      return cell;
    },
  };
  return release as Release;
}

function parse(text: string, file: string): ReleaseContent {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ReleaseError(file, "this is not JSON. Make the release again");
  }
  const result = releaseSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? "the whole" : issue.path.join(".");
  throw new ReleaseError(file, `${place}: ${issue?.message ?? "wrong layout"}. Make the release again`);
}
