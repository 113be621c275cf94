import type {Page} from "puppeteer-core";

/** A link as the page says it: its target ("#figure-1" within the page, else an address) and its words. */
export interface SpokenLink {
  readonly target: string;
  readonly text: string;
}

/** The words of headings and links, in the order of the page. Chromium's PDF loses the spaces of wrapped headings. */
export interface SpokenText {
  readonly headings: readonly string[];
  readonly links: readonly SpokenLink[];
}

/** Reads the words of the headings and links that are printed. */
export async function readSpokenText(page: Page): Promise<SpokenText> {
  return page.evaluate(() => {
    const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
    const printed = (element: Element) => element.checkVisibility() && !element.closest("[aria-hidden=true]");
    const words = (link: Element) => {
      const pageNumber = link.querySelector(".page-number")?.textContent;
      if (!pageNumber) return plain(link.getAttribute("aria-label") ?? link.textContent);
      const title = [...link.children].filter((part) => !part.matches(".page-number"));
      return `${title.map((part) => plain(part.textContent)).join(" ")}, page ${pageNumber}`;
    };
    return {
      headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
        .filter(printed)
        .map((heading) => plain(heading.textContent)),
      links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter(printed).map((link) => ({
        target: link.hash && link.pathname === location.pathname ? link.hash : link.href,
        text: words(link),
      })),
    };
  });
}
