import type {Cell} from "../measures/index.ts";
import {
  cellKey,
  expandQuery,
  placeInTime,
  type AskedCell,
  type CellAddress,
  type Query,
  type Vocabulary,
} from "../publication/index.ts";
import {caveatsOf, type Caveat} from "./caveats.ts";
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
  /** Every cell with its address, in the order of the file. */
  readonly cells: ReleaseContent["cells"];
  /** The cell at an address; throws ReleaseError where the release does not answer for it. */
  readonly cell: (address: CellAddress) => Cell;
  readonly has: (address: CellAddress) => boolean;
  /**
   * The cells that a query asks of this release, whichever edition it names, in published order: what every sentence,
   * figure, table and download shows. Throws PublicationError for a name that the vocabulary lacks, and ReleaseError where
   * the release does not answer for a cell.
   */
  readonly answer: (this: Release, query: Query) => readonly Answer[];
}

/** A released cell that a query asks, with the counts that may be printed beside it. */
export interface Answer {
  /** With the periods of this release where it names them relative to an edition. */
  readonly query: Query;
  readonly asked: AskedCell;
  readonly release: Release;
  readonly cell: Cell;
  /** What must be told beside it. */
  readonly caveats: readonly Caveat[];
  /** Base of a share, number averaged of a mean. Absent, like the other two, where the release was not asked for it. */
  readonly denominator?: Cell;
  readonly missing?: Cell;
  /** Of a mean of a group: its size, whether or not the number averaged is known of all. */
  readonly group?: Cell;
}

/** Reads the text of a `release.json`. Throws ReleaseError where it is not one. */
export function readRelease(text: string, file: string): Release {
  const content = parse(text, file);
  const cells = new Map(content.cells.map(({address, cell}) => [cellKey(address), cell as Cell]));
  const {edition, provenance, disclosure, populations, references, relations} = content;
  const release: Omit<Release, typeof passedTheDoor> = {
    edition,
    provenance,
    disclosure,
    vocabulary: {populations, references, ...(relations && {relations}), period: edition.period} as Vocabulary,
    cells: content.cells,
    has: (address) => cells.has(cellKey(address)),
    cell: (address) => {
      const cell = cells.get(cellKey(address));
      if (cell === undefined) throw ReleaseError.unanswered(file, cellKey(address));
      return cell;
    },
    // A copy that says more, which of its edition's releases it was or what its variables read, answers as itself.
    answer(query) {
      const placed = placeInTime(query, this.vocabulary);
      return expandQuery(placed, this.vocabulary).map((asked) => answerOf(asked, placed, this));
    },
  };
  return release as Release;
}

function answerOf(asked: AskedCell, query: Query, release: Release): Answer {
  const beside = (address: CellAddress | undefined): Cell | undefined =>
    address !== undefined && release.has(address) ? release.cell(address) : undefined;
  const [denominator, missing, group] = [asked.denominator ?? asked.averaged, asked.missing, asked.group].map(beside);
  return {
    query,
    asked,
    release,
    cell: release.cell(asked.address),
    caveats: caveatsOf(asked, query, release.edition.period),
    ...(denominator && {denominator}),
    ...(missing && {missing}),
    ...(group && {group}),
  };
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
