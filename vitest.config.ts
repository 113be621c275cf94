import {defineConfig} from "vitest/config";

/** Tests of a built site share one build, made by the first project that needs it. */
const built = "tests/**/*.built.test.ts";

export default defineConfig({
  test: {
    reporters: ["default", ["json", {outputFile: ".cache/test-results.json"}]],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          include: ["tests/**/*.test.ts"],
          exclude: [built],
          typecheck: {
            enabled: true,
            include: ["tests/**/*.test-d.ts"],
            tsconfig: "tests/tsconfig.json",
            // Types of everything else are checked by "tsc -b", which runs before the tests.
            ignoreSourceErrors: true,
          },
        },
      },
      {
        extends: true,
        test: {name: "built", include: [built], globalSetup: ["tests/builtSite.ts"]},
      },
    ],
  },
});
