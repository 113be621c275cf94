import type {Token} from "markdown-it";

/** A line of Markdown that may hold directives, e.g. a figure's title. */
export type Inline = readonly Token[];
