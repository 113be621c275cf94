import type {APIRoute, GetStaticPaths} from "astro";
import {siteTheme} from "../views/siteTheme.ts";

export const getStaticPaths = (() =>
  siteTheme().logo === undefined ? [] : [{params: {logo: "logo"}}]) satisfies GetStaticPaths;

export const GET: APIRoute = () => new Response(siteTheme().logo, {headers: {"Content-Type": "image/svg+xml"}});
