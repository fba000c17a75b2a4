import { html, nothing, type TemplateResult } from 'lit-html';
import type { ScoreResult } from '../../../../server/src/lsp/protocol.ts';
import type { ScoreMessage } from '../messages.ts';
import { activitySection } from './activitySection.ts';
import { estimateSection } from './estimateSection.ts';
import { piSection } from './piSection.ts';
import { qualitySection } from './qualitySection.ts';
import type { Reveal } from './row.ts';
import { summary } from './summary.ts';

/** The whole page for one file. */
export function scorePage({ file, result }: ScoreMessage, reveal: Reveal): TemplateResult {
  if (file === null) return hint('Open a QRDA III or QPP JSON file to see its score.');
  if (result === null) return hint(`${file.name} does not look like QRDA III or QPP JSON.`);
  return scored(file.name, result, reveal);
}

function scored(fileName: string, { breakdown, places }: ScoreResult, reveal: Reveal): TemplateResult {
  return html`
    ${summary(fileName, breakdown)} ${notes(breakdown.notes)}
    ${
      breakdown.status === 'scored'
        ? html`
            ${qualitySection(breakdown.quality, places.quality, reveal)}
            ${piSection(breakdown.pi, places.pi, reveal)}
            ${activitySection(breakdown.ia, places.ia, reveal)} ${estimateSection(breakdown)}
          `
        : nothing
    }
  `;
}

function notes(lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<ul class="notes" aria-label="Notes">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

function hint(text: string): TemplateResult {
  return html`<p class="hint">${text}</p>`;
}
