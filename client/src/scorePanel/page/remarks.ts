import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { ScoreCategory, ScoreRemark } from '../../../../server/src/lsp/protocol.ts';
import type { Severity } from '../../../../server/src/rules/finding.ts';
import type { ScoredView } from './pageView.ts';

/** The findings that cost points at a row, each leading to its place. */
export function rowRemarks(
  { result, actions }: ScoredView,
  category: ScoreCategory,
  index: number,
): TemplateResult | typeof nothing {
  const remarks = result.remarks[category][index] ?? [];
  return remarkList('Findings', remarks, (remark) => actions.revealRemark(category, index, remark));
}

/** The findings that cost points and belong to no measure, before all categories. */
export function generalRemarks({ result, actions }: ScoredView): TemplateResult | typeof nothing {
  const { general, furtherGeneral } = result.remarks;
  if (general.length === 0) return nothing;
  return html`<section class="general" aria-labelledby="general-heading">
    <h2 id="general-heading" class="small">What keeps the file from its points</h2>
    ${remarkList('Findings outside of measures', general, (remark) => actions.revealRemark('general', 0, remark))}
    ${
      furtherGeneral === 0
        ? nothing
        : html`<p class="muted">${furtherGeneral} more stand in the Problems list.</p>`
    }
  </section>`;
}

function remarkList(
  label: string,
  remarks: readonly ScoreRemark[],
  onReveal: (remark: number) => void,
): TemplateResult | typeof nothing {
  if (remarks.length === 0) return nothing;
  return html`<ul class="remarks" aria-label=${label}>
    ${remarks.map(
      ({ severity, message, range }, index) =>
        html`<li class=${severity}>
          ${severityIcon(severity)}
          <button type="button" class="link" title="Line ${range.start.line + 1}" @click=${() => onReveal(index)}>
            ${message}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** The shapes differ, so that colour is not all that tells them apart. */
function severityIcon(severity: Severity): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" role="img" aria-label=${severity}>${shapes[severity]}</svg>`;
}

const shapes: Readonly<Record<Severity, TemplateResult>> = {
  error: svg`<circle cx="8" cy="8" r="6.5" /><path d="M5.5 5.5l5 5m0-5l-5 5" />`,
  warning: svg`<path d="M8 1.8L14.8 14H1.2z" /><path d="M8 6v4m0 1.5v1" />`,
  information: svg`<circle cx="8" cy="8" r="6.5" /><path d="M8 7v4.5M8 4.2v1.2" />`,
  hint: svg`<circle cx="8" cy="8" r="6.5" /><path d="M8 7v4.5M8 4.2v1.2" />`,
};
