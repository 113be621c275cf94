import Markdown, {type MarkdownIt} from "markdown-it";
import footnotes from "markdown-it-footnote";
import {blockPlugin} from "./blockPlugin.ts";
import {directivePlugin} from "./directivePlugin.ts";

/**
 * The Markdown of reports: CommonMark with tables and footnotes, `{{ … }}` and `:::` blocks; without HTML and
 * footnotes in the middle of a sentence. Quotation marks become curly.
 */
export function createMarkdown(): MarkdownIt {
  const md = new Markdown({html: false, typographer: true});
  md.disable("replacements");
  md.use(footnotes);
  md.disable("footnote_inline");
  md.use(directivePlugin).use(blockPlugin);
  return md;
}
