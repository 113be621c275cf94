import {mkdirSync, mkdtempSync} from "node:fs";
import path from "node:path";
import {reservePlaces} from "./reservations.ts";
import type {FileLock} from "./FileLock.ts";
import {finishJournal, forgetJournal, writeJournal} from "./journal.ts";
import {openLocked, type LockedFolder} from "./LockedFolder.ts";
import {makeMove} from "./makeMoves.ts";
import type {FileMove} from "./FileMove.ts";
import {noteMoves} from "./noteMoves.ts";
import {openPartner, prefix} from "./partners.ts";
import {systemCode, PlaceError} from "./PlaceError.ts";
import {realPlace} from "./realPlace.ts";
import {clearAbandoned, clearFolder, takeBack} from "./restoreInterrupted.ts";
import {syncPlace, syncTree} from "./syncTree.ts";
import {withGate} from "./withGate.ts";

/**
 * A folder of a project in which a build prepares its outputs. They are put in place together or not at all: moves are
 * noted before the first begins, and a later command undoes those of a build that was killed half way.
 */
export class Staging implements Disposable {
  readonly folder: string;
  readonly #root: string;
  readonly #lock: FileLock;
  readonly #partners = new Map<string, LockedFolder>();
  #isPublished = false;
  #isClosed = false;

  private constructor(opened: LockedFolder, root: string) {
    this.folder = opened.path;
    this.#root = root;
    this.#lock = opened.lock;
  }

  /** Opens one in a project's folder of builds, after clearing up what killed builds left there. */
  static open(project: string, cache: string): Staging {
    mkdirSync(cache, {recursive: true});
    const root = realPlace(project);
    return withGate(cache, () => {
      clearAbandoned(root, cache);
      const opened = openLocked(() => mkdtempSync(path.join(realPlace(cache), prefix)));
      return new Staging(opened, root);
    });
  }

  /** A second folder of the same build elsewhere, that only its owner can enter; the same one whenever it is asked for. */
  partner(parent: string): string {
    const place = realPlace(parent);
    const partner = this.#partners.get(place) ?? openPartner(this.folder, place, this.#root);
    this.#partners.set(place, partner);
    return partner.path;
  }

  /** Puts everything in place, or nothing. Throws PlaceError for a place that takes no output, with the system's reason. */
  publish(moves: readonly FileMove[]): void {
    try {
      for (const {from} of moves) if (from !== undefined) syncTree(from);
      const cache = path.dirname(this.folder);
      withGate(cache, () => {
        // A build that was killed since this one opened would be undone later, and what is put in place now with it.
        clearAbandoned(this.#root, cache);
        this.#publish(moves);
      });
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      const place = error instanceof Error && "path" in error ? String(error.path) : this.folder;
      throw new PlaceError(place, this.#isPublished ? unconfirmed(code) : refused(code));
    }
  }

  #publish(named: readonly FileMove[]): void {
    const moves = named.map((move) => ({...move, to: realPlace(move.to)}));
    reservePlaces(
      this.folder,
      moves.map(({to}) => to),
      this.#root,
    );
    const noted = noteMoves(moves, path.basename(this.folder));
    try {
      writeJournal(this.folder, noted, this.#root);
      for (const move of noted) makeMove(move);
      finishJournal(this.folder);
    } catch (error) {
      // While nobody else can publish: undone later, the outputs of whoever did meanwhile would go as well.
      takeBack(this.folder, noted);
      forgetJournal(this.folder);
      throw error;
    }
    this.#isPublished = true;
    syncPlace(this.folder);
  }

  /** Removes the folder and its partners, undoing a publication that could not be undone at once. */
  [Symbol.dispose](): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      withGate(path.dirname(this.folder), () => clearFolder(this.folder, this.#root));
    } catch (error) {
      // What stands is the new, and whole: the next command clears up what is left.
      const isLeftOver = error instanceof PlaceError || systemCode(error) !== undefined;
      if (!this.#isPublished || !isLeftOver) throw error;
    } finally {
      for (const {lock} of this.#partners.values()) lock[Symbol.dispose]();
      this.#lock[Symbol.dispose]();
    }
  }
}

function refused(code: string): string {
  return `the outputs could not be put in place (${code}). What stood there stays. See what is in the way, whether there is room, and who may write there.`;
}

function unconfirmed(code: string): string {
  return `the outputs are in place, but the disk did not confirm it (${code}). See whether the disk is sound, and build again.`;
}
