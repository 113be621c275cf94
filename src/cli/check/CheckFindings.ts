import {PublicationError, type Fault} from "../../publication/index.ts";

/** Everything that a check found, a fault a line. Exit code 11. */
export class CheckError extends Error {
  readonly exitCode = 11;

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "CheckError";
  }
}

/** Gathers faults of everything that people write for a report: text, dictionaries, code lists, references. */
export class CheckFindings {
  readonly #lines = new Set<string>();

  /** How many faults were found so far. */
  get count(): number {
    return this.#lines.size;
  }

  add(faults: readonly Fault[]): void {
    if (faults.length > 0) this.#keep(new PublicationError(faults));
  }

  /** What `work` returns, or nothing where it found faults, which are then kept. Faults of our own pass. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error) || !("exitCode" in error) || error.exitCode !== 11) throw error;
      this.#keep(error);
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.count > 0) throw new CheckError([...this.#lines]);
  }

  #keep({message}: Error): void {
    for (const line of message.split("\n")) this.#lines.add(line);
  }
}
