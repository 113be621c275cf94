import {describe, expect, test} from "vitest";
import {PlaceError, restoreInterrupted, Staging} from "../../src/files/index.ts";
import {runs} from "../invariants/runs.ts";
import {countChanges, watchDisk} from "./faultyDisk.ts";
import {after, before, leftovers, prepare, smallProject, standing, type SmallProject} from "./project.ts";

/** The usual run tries some changes, the long one every one. */
const stride = runs({usual: 5, long: 1});

/** A build that clears up after itself as far as the disk lets it, as `withStaging` does. */
function build(project: SmallProject): void {
  const staging = Staging.open(project.root, project.cache);
  try {
    staging.publish(prepare(project, staging));
  } finally {
    staging[Symbol.dispose]();
  }
}

/** Builds on a disk that takes no change any more from the n-th on: what was begun cannot be undone either. */
function buildUntil(at: number, project: SmallProject): unknown {
  let changes = 0;
  try {
    watchDisk(
      (_, make) => {
        changes += 1;
        if (changes >= at) throw Object.assign(new Error("EROFS"), {code: "EROFS", path: "/disk"});
        return make();
      },
      () => {
        build(project);
      },
    );
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("where undoing fails as well, because the disk takes nothing any more,", () => {
  test("that is said, and the next command puts all in order once it does", () => {
    const changes = countChanges(() => {
      build(smallProject());
    });
    const said = new Set<string>();
    for (let at = 2; at <= changes; at += stride) {
      const project = smallProject();
      const error = buildUntil(at, project);
      if (error instanceof PlaceError)
        said.add(/cannot be put back|could not be put in place|are in place/.exec(error.message)?.[0] ?? "");
      expect(restoreInterrupted(project.root, project.cache)).toEqual([]);
      const stands = standing(project);
      expect(stands, `from change ${at} on`).toEqual(stands["project/dist/index.html"] === "new page" ? after : before);
      expect(leftovers(project), `from change ${at} on`).toEqual([]);
    }
    expect(said).toContain("cannot be put back");
  });
});
