import type {KeyFigureCard, KeyFiguresBlock} from "../../publication/index.ts";
import {escapeHtml} from "../prose/escapeHtml.ts";
import {printDirective} from "../prose/printDirective.ts";
import {markProvisional} from "../prose/sayProvisional.ts";
import {renderInline, type ProseSetting} from "../prose/renderProse.ts";

/** Cards as a list: on each what it is about, the number, what that is, how it compares and what is counted. */
export function keyFiguresHtml({cards}: KeyFiguresBlock, setting: ProseSetting): string {
  return `<ul class="key-figures">${cards.map((card) => cardHtml(card, setting)).join("")}</ul>`;
}

function cardHtml({heading, number, sentence, comparison, definition}: KeyFigureCard, setting: ProseSetting): string {
  const lines = [
    `<p class="setting">${escapeHtml(heading)}</p>`,
    `<p class="number">${printDirective(number, setting.reading).html}${markProvisional(number, setting.reading).html}</p>`,
    `<p>${renderInline(sentence, setting)}</p>`,
    ...(comparison === undefined ? [] : [`<p class="comparison">${renderInline(comparison, setting)}</p>`]),
    ...(definition === undefined ? [] : [`<p class="definition">${escapeHtml(definition)}</p>`]),
  ];
  return `<li class="card">${lines.join("")}</li>`;
}
