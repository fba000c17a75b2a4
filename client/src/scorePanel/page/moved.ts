import { html, nothing, type TemplateResult } from 'lit-html';

/** A figure, and what it was before the what-if where that differs. */
export function moved(now: string, before: string | null): TemplateResult {
  return html`<span>${now}</span>${before === null || before === now ? nothing : html`<span class="tally before">was ${before}</span>`}`;
}
