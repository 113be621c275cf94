/** Something in a built site that the release does not answer for. */
export interface SiteFinding {
  /** Path below the folder audited; for a file in an archive `archive.zip/file`. */
  readonly file: string;
  /** Line, element, row or page. */
  readonly place: string;
  /** What is wrong. Holds a number only where that number already stands in the file. */
  readonly what: string;
  readonly remedy: string;
}

/** The kinds of things that hold numbers, as the summary lists them. */
export type Checked = "pages" | "words" | "tables" | "drawings" | "shapes" | "CSV" | "PDF" | "archives";

/** Collects what an audit found and how many numbers it looked at. */
export class Findings {
  readonly list: SiteFinding[] = [];
  readonly checked = new Map<Checked, number>();

  add(finding: SiteFinding): void {
    const isKnown = this.list.some(
      ({file, place, what}) => file === finding.file && place === finding.place && what === finding.what,
    );
    if (!isKnown) this.list.push(finding);
  }

  /** How many numbers were looked at and how many findings there are: where neither grows nothing was read. */
  get looked(): number {
    return [...this.checked.values()].reduce((sum, numbers) => sum + numbers, this.list.length);
  }

  count(kind: Checked, numbers: number): void {
    this.checked.set(kind, (this.checked.get(kind) ?? 0) + numbers);
  }
}
