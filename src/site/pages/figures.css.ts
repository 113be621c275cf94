import type {APIRoute} from "astro";
import {figureStyleSheet} from "../charts/theme.ts";

export const GET: APIRoute = () =>
  new Response(figureStyleSheet(), {headers: {"Content-Type": "text/css; charset=utf-8"}});
