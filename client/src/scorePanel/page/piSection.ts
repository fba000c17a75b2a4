import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { PiBreakdown, PiMeasureScore, PiStatus } from '../../../../server/src/scoring/breakdown.ts';
import { answerText } from '../figures.ts';
import { objectiveName, PI_STATE_NAMES } from '../names.ts';
import { number, percent } from '../numbers.ts';
import { type PiGroup, piGroups } from '../piGroups.ts';
import { type IndexedRow, steadyRows } from '../rowOrder.ts';
import { explanationList } from './explanation.ts';
import { moved } from './moved.ts';
import type { ScoredView } from './pageView.ts';
import { cell, row, tableHead, totalRow } from './row.ts';

const statusTexts: Readonly<Record<PiStatus, string>> = {
  scored: '',
  zero: 'The category scores zero.',
  reweighted: 'The category does not count: its weight goes to the others.',
  notSubmitted: 'The file has no Promoting Interoperability measures.',
};

/** The Promoting Interoperability measures by objective, with points of maximum and what is missing. */
export function piSection(view: ScoredView): TemplateResult {
  const { pi } = view.result.breakdown;
  const isSubmitted = pi.status === 'scored' || pi.status === 'zero';
  return html`<section aria-labelledby="pi-heading">
    <h2 id="pi-heading">
      Promoting Interoperability ${isSubmitted ? html`<span class="percent">${percent(pi.percent)}</span>` : nothing}
    </h2>
    ${statusTexts[pi.status] === '' ? nothing : html`<p class="muted">${statusTexts[pi.status]}</p>`}
    ${explanationList('Why it is zero', pi.zeroReasons)} ${isSubmitted ? measureTable(view, pi) : nothing}
  </section>`;
}

function measureTable(view: ScoredView, pi: PiBreakdown): TemplateResult {
  const before = view.result.unchanged?.pi ?? null;
  const rows = steadyRows(pi.measures, before?.measures ?? null, ({ measureId }) => measureId);
  return html`<table role="table">
    <caption class="visually-hidden">Promoting Interoperability measures by objective, with their points</caption>
    ${tableHead('Measure', ['Sent', 'State', 'Points'])}
    ${piGroups(pi, rows).map((group) => groupRows(view, group))}
    <tfoot role="rowgroup">
      ${totalRow(3, 'Objectives complete', `${pi.objectivesCompleted} of ${pi.objectivesRequired}`)}
      ${totalRow(3, 'Sub-total of measures and bonuses', moved(number(pi.subtotal), before && number(before.subtotal)))}
      ${totalRow(3, 'Category score, estimated', moved(percent(pi.percent), before && percent(before.percent)))}
    </tfoot>
  </table>`;
}

function groupRows(view: ScoredView, group: PiGroup): TemplateResult {
  return html`<tbody role="rowgroup">
    <tr role="row" class="objective">
      <th scope="rowgroup" role="rowheader" colspan="3">${objectiveHead(group)}</th>
      <td role="cell" class="figure">
        ${group.maxPoints === 0 ? nothing : `${number(group.points)} / ${number(group.maxPoints)}`}
      </td>
    </tr>
    ${repeat(
      group.rows,
      ({ key }) => key,
      (indexed) => measureRow(view, indexed),
    )}
  </tbody>`;
}

function objectiveHead({ objective }: PiGroup): TemplateResult {
  if (objective === null) return html`Others`;
  const { completed, reason } = objective;
  return html`<span class=${completed ? 'done' : 'open'}>${objectiveName(objective.objective)}</span>
    <span class="reason">${completed ? 'Complete.' : `Not complete. ${reason}`}</span>`;
}

function measureRow(view: ScoredView, { row: measure, index, before }: IndexedRow<PiMeasureScore>) {
  const { measureId, answer } = measure;
  const head = { ...measure, changeable: [{ target: { measureId }, name: '', answer }] };
  return row(view, { category: 'pi', index }, head, measureCells(measure, before));
}

function measureCells(measure: PiMeasureScore, before: PiMeasureScore | null): TemplateResult {
  return html`
    ${cell('Sent', answerText(measure.answer))}
    ${cell('State', PI_STATE_NAMES[measure.state])}
    ${cell('Points', moved(pointsOf(measure), before && pointsOf(before)))}
  `;
}

function pointsOf({ displayed, points, maxPoints }: PiMeasureScore): string {
  return maxPoints === 0 && points === 0 ? '–' : displayed;
}
