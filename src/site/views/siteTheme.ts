import {loadTheme, openProject, type Accent, type Theme} from "../../publication/index.ts";
import {announcedRequest} from "../edition/siteRequest.ts";

/** The theme of the project that the site is made of; a live view reads it anew. Throws what `loadTheme` throws. */
export function siteTheme(): Theme {
  const {project, isLive} = announcedRequest();
  return loadTheme(isLive === true ? openProject(project.root) : project);
}

/** The style sheet of a theme's colour, which takes the place of the site's own; empty where it has none. */
export function accentStyles({accent}: Theme): string {
  if (accent === undefined) return "";
  return [
    accentOf(accent, "light"),
    `@media (prefers-color-scheme:dark){${accentOf(accent, "dark")}}`,
    `@media print{${accentOf(accent, "light")}}`,
    "",
  ].join("\n");
}

/** Named twice, so that it holds whichever style sheet comes last. */
function accentOf(accent: Accent, scheme: keyof Accent): string {
  const colour = accent[scheme];
  return `:root:root{--accent:${colour};--accent-tint:color-mix(in srgb,${colour} 10%,var(--paper))}`;
}
