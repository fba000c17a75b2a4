import { html, nothing, type TemplateResult } from 'lit-html';
import type { Explanation } from '../../../../server/src/scoring/breakdown.ts';

/** Why a figure is what it is, with its source at hand; marked where it does not rest on a regulation or CMS's own data. */
export function explanation(of: Explanation): TemplateResult {
  return html`<span title=${of.source}>${of.reason}</span> ${confidenceMark(of)}`;
}

function confidenceMark({ confidence }: Explanation): TemplateResult | typeof nothing {
  if (confidence === 'high') return nothing;
  return html`<span class="badge doubt">${confidence} confidence</span>`;
}

/** Explanations as a list under a heading; nothing where there is none. */
export function explanationList(
  title: string,
  lines: readonly Explanation[],
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul>
      ${lines.map((line) => html`<li>${explanation(line)}</li>`)}
    </ul>`;
}
