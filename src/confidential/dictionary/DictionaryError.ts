import type {Refuse} from "../../intake/index.ts";

/** Where a fault stands in a file that people wrote. Lines and columns count from 1. */
export interface FilePosition {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * What is wrong with a dictionary, code list or reference table; file and line are those of the first fault. Exit code
 * 11: it is part of what people wrote for the report, and holds no records, so that its message may quote what stands
 * there.
 */
export class DictionaryError extends Error {
  readonly exitCode = 11;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Of the first fault. */
  readonly #place: FilePosition;
  readonly #message: string;
  readonly #more: readonly DictionaryError[];

  constructor(position: FilePosition, message: string, more: readonly DictionaryError[] = []) {
    const {file, line, column} = position;
    const place = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
    super([`${place}: ${message}`, ...more.map((one) => one.message)].join("\n"));
    this.name = "DictionaryError";
    this.file = file;
    this.line = line;
    this.column = column;
    this.#place = position;
    this.#message = message;
    this.#more = more;
  }

  /** This fault with others that were found beside it, each on a line of its own. */
  with(others: readonly DictionaryError[]): DictionaryError {
    return new DictionaryError(this.#place, this.#message, [...this.#more, ...others]);
  }
}

/** How a public file of the project is refused. */
export function refusalOf(file: string): Refuse {
  return (place, message) => new DictionaryError({file, ...place}, message);
}

/** Gathers the faults of many attempts, so that an author sees all of them at once. */
export class DictionaryFaults {
  readonly #errors: DictionaryError[] = [];

  /** What `work` returns, or nothing where it found a fault, which is then kept. Other errors pass. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DictionaryError)) throw error;
      const isKnown = this.#errors.some(({message}) => message === error.message);
      if (!isKnown) this.#errors.push(error);
      return undefined;
    }
  }

  throwIfAny(): void {
    const [first, ...others] = this.#errors;
    if (first !== undefined) throw first.with(others);
  }
}
