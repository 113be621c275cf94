import type {APIRoute} from "astro";
import {accentStyles, siteTheme} from "../views/siteTheme.ts";
import {figureStyleSheet} from "../charts/theme.ts";

export const GET: APIRoute = () =>
  new Response(`${figureStyleSheet()}${accentStyles(siteTheme())}`, {
    headers: {"Content-Type": "text/css; charset=utf-8"},
  });
