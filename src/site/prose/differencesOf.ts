import {directivesOf, type Publication} from "../../publication/index.ts";
import {askCell, differenceOf, type Cell, type Releases, type ToldDifferences} from "../../release/index.ts";
import {isAnswered, placeAnswer} from "./compareCells.ts";
import {unitOfDifference} from "./unitOfDifference.ts";

/** A difference that the text prints: which two shares, or means, and how far they lie apart. */
export interface ToldDifference extends Partial<ToldDifferences> {
  /** Identifier of the chapter that prints it. */
  readonly chapter: string;
  /** What is asked of both, as the text asks it. */
  readonly left: string;
  readonly right: string;
  /** Identifiers of the editions asked. */
  readonly editions: readonly [left: string, right: string];
  /** Of the first of the two that is not published; `not-available` where no interval can be given. */
  readonly status: Cell["status"];
  /** What it is counted in. */
  readonly unit: string;
}

/** Every `difference` of a report, in the order of its text. Throws ReleaseError where the release does not answer. */
export function differencesOf({chapters}: Publication, releases: Releases): readonly ToldDifference[] {
  return chapters.flatMap((chapter) =>
    directivesOf(chapter).flatMap((directive) => {
      if (directive.kind !== "difference") return [];
      const [left, right] = [askCell(directive.left, releases), askCell(directive.right, releases)];
      const told = {
        chapter: chapter.id,
        left: directive.left.text,
        right: directive.right.text,
        unit: unitOfDifference(left),
        editions: [left.release.edition.id, right.release.edition.id] as const,
      };
      if (!isAnswered(left)) return [{...told, status: left.cell.status}];
      if (!isAnswered(right)) return [{...told, status: right.cell.status}];
      const difference = differenceOf(placeAnswer(left), placeAnswer(right));
      if (difference === undefined) return [{...told, status: "not-available" as const}];
      return [{...told, status: "published" as const, ...difference}];
    }),
  );
}
