import { html, nothing, type TemplateResult } from 'lit-html';
import { activitySection } from './activitySection.ts';
import { estimateSection } from './estimateSection.ts';
import type { PageView, ScoredView } from './pageView.ts';
import { piSection } from './piSection.ts';
import { practiceForm } from './practiceForm.ts';
import { qualitySection } from './qualitySection.ts';
import { generalRemarks } from './remarks.ts';
import { heading, totals } from './summary.ts';
import { toolbar, whatIfBanner } from './toolbar.ts';

/** The whole page. */
export function scorePage(view: PageView): TemplateResult {
  const { files, result } = view.message;
  if (files.length === 0) return hint('Open a QRDA III or QPP JSON file to see its score.');
  if (result === null) {
    return hint(`${files.map(({ name }) => name).join(', ')} does not look like QRDA III or QPP JSON.`);
  }
  return scored({ ...view, result });
}

/** What stands there instead of a score. */
export function hint(text: string): TemplateResult {
  return html`<p class="hint">${text}</p>`;
}

function scored(view: ScoredView): TemplateResult {
  const { breakdown } = view.result;
  if (breakdown.status === 'notScorable') return html`${heading(view)} ${notes(breakdown.notes)}`;
  return html`
    ${heading(view)} ${toolbar(view)} ${practiceForm(view)} ${whatIfBanner(view)} ${totals(view)}
    ${notes(breakdown.notes)} ${generalRemarks(view)} ${qualitySection(view)} ${piSection(view)}
    ${activitySection(view)} ${estimateSection(view)}
  `;
}

function notes(lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<ul class="notes" aria-label="Notes">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
