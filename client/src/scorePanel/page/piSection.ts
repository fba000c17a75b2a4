import { html, nothing, type TemplateResult } from 'lit-html';
import type { ScorePlace } from '../../../../server/src/lsp/protocol.ts';
import type {
  Explanation,
  PiBreakdown,
  PiMeasureScore,
  PiStatus,
} from '../../../../server/src/scoring/breakdown.ts';
import { sentence } from '../../../../server/src/scoring/sentence.ts';
import { number, percent } from './numbers.ts';
import { type Reveal, row } from './row.ts';

const statusTexts: Readonly<Record<PiStatus, string>> = {
  scored: '',
  zero: 'The category scores zero.',
  reweighted: 'The category does not count: its weight goes to the others.',
  notSubmitted: 'The file has no Promoting Interoperability measures.',
};

/** The Promoting Interoperability measures with their points, and the objectives they complete. */
export function piSection(
  pi: PiBreakdown,
  places: readonly (ScorePlace | null)[],
  reveal: Reveal,
): TemplateResult {
  const isSubmitted = pi.status !== 'notSubmitted';
  return html`
    <h2>
      Promoting Interoperability
      ${isSubmitted ? html`<span class="percent">${percent(pi.percent)}</span>` : nothing}
    </h2>
    ${statusTexts[pi.status] === '' ? nothing : html`<p class="muted">${statusTexts[pi.status]}</p>`}
    ${explanations(pi.zeroReasons)}
    ${isSubmitted ? html`${measureTable(pi, places, reveal)} ${objectives(pi)}` : nothing}
  `;
}

function measureTable(
  pi: PiBreakdown,
  places: readonly (ScorePlace | null)[],
  reveal: Reveal,
): TemplateResult {
  return html`<div class="scrolled" tabindex="0" role="region" aria-label="Promoting Interoperability measures">
    <table>
      <caption class="visually-hidden">Promoting Interoperability measures with their points</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">State</th>
          <th scope="col" class="figure">Points</th>
        </tr>
      </thead>
      <tbody>
        ${pi.measures.map((measure, index) =>
          row(measure, measureCells(measure), places[index], () => reveal('pi', index)),
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="2">Measures and bonus</th>
          <td class="figure">${number(pi.subtotal)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function measureCells(measure: PiMeasureScore): TemplateResult {
  return html`
    <td>${measure.state}</td>
    <td class="figure">${measure.maxPoints === 0 && measure.points === 0 ? '' : measure.displayed}</td>
  `;
}

function objectives(pi: PiBreakdown): TemplateResult {
  return html`<h3>${pi.objectivesCompleted} of ${pi.objectivesRequired} objectives complete</h3>
    <ul class="objectives">
      ${pi.objectives.map(
        ({ objective, completed, reason }) =>
          html`<li class=${completed ? 'done' : 'open'}>
            <strong>${completed ? 'Complete' : 'Not complete'}:</strong> ${objectiveName(objective)}. ${reason}
          </li>`,
      )}
    </ul>`;
}

/** CMS's data names an objective `healthInformationExchange`. */
function objectiveName(objective: string): string {
  const words = objective.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function explanations(lines: readonly Explanation[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<ul class="notes">
    ${lines.map((line) => html`<li>${sentence(line)}</li>`)}
  </ul>`;
}
