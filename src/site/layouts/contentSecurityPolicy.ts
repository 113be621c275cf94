/** Directives of the policy that every page carries: its own styles, fonts and pictures, and nothing that runs. */
const directives = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
] as const;

/** The content security policy of every page, as a meta tag carries it. */
export const contentSecurityPolicy = directives.join("; ");

/**
 * Content of `_headers` for hosts that read one. `frame-ancestors` works in a header only, and search engines learn only
 * from a header that they shall leave the files of `drafts`, editions that are not published, out.
 */
export function headersFile(drafts: readonly string[]): string {
  return usualHeaders + drafts.map((edition) => `/${edition}/*\n  X-Robots-Tag: noindex\n`).join("");
}

const usualHeaders = `/*
  Content-Security-Policy: ${contentSecurityPolicy}; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  Permissions-Policy: interest-cohort=()
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
`;
