import type {APIRoute, GetStaticPaths} from "astro";
import {downloadPaths, readDownload} from "../../views/downloads.ts";

export const getStaticPaths = (() => downloadPaths().map((params) => ({params}))) satisfies GetStaticPaths;

export const GET: APIRoute = ({params}) => readDownload(params);
