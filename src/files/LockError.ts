import {PlaceError} from "./PlaceError.ts";

/** A file that cannot be locked by whoever runs this, held or not. Exit code 15. */
export class LockError extends PlaceError {
  constructor(file: string) {
    super(file, "this file cannot be locked. Check who may write it, and that the disk allows locks.");
    this.name = "LockError";
  }
}
