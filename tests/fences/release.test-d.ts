import {assertType, expectTypeOf, test} from "vitest";
import {readRelease, type Release, type ReleaseContent} from "../../src/release/index.ts";

test("the reader of releases makes a release", () => {
  expectTypeOf(readRelease).returns.toEqualTypeOf<Release>();
});

test("the content of a file that nobody has read through the door is no release", () => {
  expectTypeOf<ReleaseContent>().not.toExtend<Release>();
});

test("an object of the same shape is no release", () => {
  const forged = {} as Omit<Release, symbol>;
  // @ts-expect-error -- only readRelease can set the mark
  assertType<Release>(forged);
});
