import { html, nothing, type TemplateResult } from 'lit-html';
import type { ScorePlace } from '../../../../server/src/lsp/protocol.ts';
import type { ActivityScore, IaBreakdown } from '../../../../server/src/scoring/breakdown.ts';
import { sentence } from '../../../../server/src/scoring/sentence.ts';
import { number, percent } from './numbers.ts';
import { type Reveal, row } from './row.ts';

/** The improvement activities with their points. */
export function activitySection(
  ia: IaBreakdown,
  places: readonly (ScorePlace | null)[],
  reveal: Reveal,
): TemplateResult {
  if (!ia.isSubmitted)
    return html`<h2>Improvement Activities</h2>
    <p class="muted">The file has no improvement activities.</p>`;
  return html`
    <h2>Improvement Activities <span class="percent">${percent(ia.percent)}</span></h2>
    <div class="scrolled" tabindex="0" role="region" aria-label="Improvement activities">
      <table>
        <caption class="visually-hidden">Improvement activities with their points</caption>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            <th scope="col" class="figure">Points</th>
          </tr>
        </thead>
        <tbody>
          ${ia.activities.map((activity, index) =>
            row(activity, activityCells(activity), places[index], () => reveal('ia', index)),
          )}
        </tbody>
        <tfoot>
          ${automaticCredit(ia)}
          <tr>
            <th scope="row">Sub-total of ${number(ia.maxPoints)}</th>
            <td class="figure">${number(ia.subtotal)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  `;
}

function activityCells(activity: ActivityScore): TemplateResult {
  return html`<td class="figure">${activity.displayed}</td>`;
}

function automaticCredit({ automaticCredit: credit }: IaBreakdown): TemplateResult | typeof nothing {
  if (credit.points === 0) return nothing;
  return html`<tr>
    <th scope="row">Credit without an activity <span class="name">${sentence(credit)}</span></th>
    <td class="figure">${number(credit.points)}</td>
  </tr>`;
}
