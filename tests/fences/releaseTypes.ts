import {assertType, expectTypeOf} from "vitest";
import {readRelease, type Release, type ReleaseContent} from "../../src/release/index.ts";

// Compiled and never run: the check of types fails where somebody else than the reader of releases can make one.

expectTypeOf(readRelease).returns.toEqualTypeOf<Release>();

// The content of a file that nobody has read through the door is no release.
expectTypeOf<ReleaseContent>().not.toExtend<Release>();

const forged = {} as Omit<Release, symbol>;
// @ts-expect-error -- an object of the same shape is none either: only readRelease can set the mark
assertType<Release>(forged);
