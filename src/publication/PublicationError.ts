import type {SourcePosition} from "./source/sourcePosition.ts";

/** One thing wrong in what people wrote. */
export interface Fault {
  readonly position?: SourcePosition;
  /** What is wrong, as a sentence without its first capital and full stop. */
  readonly what: string;
  /** What to do about it, as a sentence without its full stop. */
  readonly remedy: string;
}

/** A report or template that cannot be used as written. Holds every fault found, in the order of the files. Exit code 11. */
export class PublicationError extends Error {
  readonly exitCode = 11;
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(describe).join("\n"));
    this.name = "PublicationError";
    this.faults = faults;
  }
}

/** The error of one fault. */
export function publicationFault(what: string, remedy: string, position?: SourcePosition): PublicationError {
  return new PublicationError([position === undefined ? {what, remedy} : {position, what, remedy}]);
}

/** Gathers the faults of many attempts, so that an author sees all of them at once. */
export class FaultCollector {
  readonly #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  /** What `work` returns, or nothing where it found a fault, which is then kept. Other errors pass. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PublicationError)) throw error;
      this.#faults.push(...error.faults);
      return undefined;
    }
  }

  /** Every fault so far, each once: the same words at the same place are one fault. */
  get faults(): readonly Fault[] {
    return [...new Map(this.#faults.map((fault) => [describe(fault), fault])).values()];
  }

  throwIfAny(): void {
    const {faults} = this;
    if (faults.length > 0) throw new PublicationError(faults);
  }
}

function describe({position, what, remedy}: Fault): string {
  const place = position === undefined ? "" : `${position.file}:${position.line}:${position.column}: `;
  return `${place}${what}. ${remedy}.`;
}
