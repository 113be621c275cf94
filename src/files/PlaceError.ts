/**
 * A place on the disk that cannot take an output: another build is at work there, or it is no place for one. Exit code
 * 15. The message names the place, the reason and what to do.
 */
export class PlaceError extends Error {
  readonly exitCode = 15;

  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.name = "PlaceError";
  }
}

/** The code that the system gave for an error, as "EXDEV"; none where it is not one of the system's. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
