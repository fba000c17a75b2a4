import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ActivityScore, IaBreakdown } from '../../../../server/src/scoring/breakdown.ts';
import { answerText } from '../figures.ts';
import { number, percent } from '../numbers.ts';
import { type IndexedRow, steadyRows } from '../rowOrder.ts';
import { moved } from './moved.ts';
import type { ScoredView } from './pageView.ts';
import { cell, row, tableHead, totalRow } from './row.ts';

/** The improvement activities with their points. */
export function activitySection(view: ScoredView): TemplateResult {
  const { ia } = view.result.breakdown;
  const hasRows = ia.isSubmitted || ia.automaticCredit.points > 0;
  return html`<section aria-labelledby="ia-heading">
    <h2 id="ia-heading">
      Improvement Activities ${hasRows ? html`<span class="percent">${percent(ia.percent)}</span>` : nothing}
    </h2>
    ${hasRows ? activityTable(view, ia) : html`<p class="muted">The file has no improvement activities.</p>`}
  </section>`;
}

function activityTable(view: ScoredView, ia: IaBreakdown): TemplateResult {
  const before = view.result.unchanged?.ia ?? null;
  const rows = steadyRows(ia.activities, before?.activities ?? null, ({ measureId }) => measureId);
  const credit = ia.automaticCredit;
  return html`<table role="table">
    <caption class="visually-hidden">Improvement activities with their points</caption>
    ${tableHead('Activity', ['Sent', 'Points'])}
    <tbody role="rowgroup">
      ${repeat(
        rows,
        ({ key }) => key,
        (indexed) => activityRow(view, indexed),
      )}
    </tbody>
    <tfoot role="rowgroup">
      ${credit.points === 0 ? nothing : totalRow(2, 'Credit without an activity', number(credit.points), credit)}
      ${totalRow(2, `Sub-total of ${number(ia.maxPoints)}`, moved(number(ia.subtotal), before && number(before.subtotal)))}
      ${totalRow(2, 'Category score, estimated', moved(percent(ia.percent), before && percent(before.percent)))}
    </tfoot>
  </table>`;
}

function activityRow(view: ScoredView, { row: activity, index, before }: IndexedRow<ActivityScore>) {
  const { measureId, answer, displayed } = activity;
  const head = { ...activity, changeable: [{ target: { measureId }, name: '', answer }] };
  const cells = html`
    ${cell('Sent', answerText(answer))} ${cell('Points', moved(displayed, before?.displayed ?? null))}
  `;
  return row(view, { category: 'ia', index }, head, cells);
}
