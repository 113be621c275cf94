import "./src/site/integration/keepOffline.ts";
import {defineConfig} from "astro/config";
import {siteConfig, smallprint} from "./src/site/index.ts";

export default defineConfig({...siteConfig, integrations: [smallprint()]});
