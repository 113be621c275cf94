import astro from "eslint-plugin-astro";
import tseslint from "typescript-eslint";

/** Zone → the zones that it may import, through their index.ts alone. */
const mayImport = {
  files: [],
  solver: [],
  intake: [],
  measures: [],
  publication: ["intake", "measures"],
  release: ["measures", "publication"],
  audit: ["files", "measures", "publication", "release", "solver"],
  confidential: ["files", "measures", "publication", "release", "audit", "solver", "intake"],
  synthetic: ["files", "publication", "confidential", "intake"],
  site: ["files", "measures", "publication", "release"],
  cli: ["files", "measures", "audit", "confidential", "synthetic", "site", "publication", "release", "intake"],
};
const zones = Object.keys(mayImport);

const fileSystem = {
  group: ["fs", "fs/*", "node:fs", "node:fs/*"],
  message: "Only these rooms of the site touch files: edition, integration, pdf.",
};

const solverPackage = {
  group: ["highs", "highs/*"],
  message: "Only src/solver talks to HiGHS.",
};

function zonePatterns(zone) {
  const forbidden = zones.filter((other) => other !== zone && !mayImport[zone].includes(other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${zones.filter((other) => other !== zone).join("|")})/(?!index\\.ts$)`,
      message: "Import another zone through its index.ts only.",
    },
    ...(zone === "solver" ? [] : [solverPackage]),
  ];
  if (forbidden.length === 0) return patterns;
  return [
    ...patterns,
    {
      regex: `^(\\.\\./)+(${forbidden.join("|")})(/|$)`,
      message: `src/${zone} must not know src/${forbidden.join(", ")}.`,
    },
  ];
}

const budgets = {
  "max-lines": ["error", {max: 250}],
  "max-lines-per-function": ["error", {max: 40}],
  "max-params": ["error", {max: 3}],
};

const fences = zones.map((zone) => ({
  files: [`src/${zone}/**/*.{ts,astro}`],
  rules: {"no-restricted-imports": ["error", {patterns: zonePatterns(zone)}]},
}));

export default tseslint.config(
  {ignores: ["node_modules/", "dist/", "lib/", ".astro/", ".cache/", "data/", "src/site/env.d.ts"]},
  ...tseslint.configs.recommendedTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs["flat/recommended"],
  {languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}}},
  {
    files: ["src/**/*.ts", "tests/**/*.ts"],
    rules: {
      ...budgets,
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", {allowNumber: true, allowBoolean: true}],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {selector: "ExportDefaultDeclaration", message: "Named exports only: a file is named after what it exports."},
      ],
    },
  },
  ...fences,
  {
    files: ["src/site/**/*.{ts,astro}"],
    ignores: ["src/site/{edition,integration,pdf}/**"],
    rules: {"no-restricted-imports": ["error", {patterns: [...zonePatterns("site"), fileSystem]}]},
  },
  {
    files: ["tests/**/*.ts"],
    rules: {"@typescript-eslint/no-non-null-assertion": "off", "max-lines-per-function": ["error", {max: 120}]},
  },
  {files: ["**/*.{js,mjs,cjs,astro}", "*.config.ts", "**/*.astro/*.ts"], ...tseslint.configs.disableTypeChecked},
  {
    files: ["**/*.{js,mjs}", "*.config.ts", "**/*.astro/*.ts"],
    languageOptions: {parserOptions: {projectService: false}},
  },
);
