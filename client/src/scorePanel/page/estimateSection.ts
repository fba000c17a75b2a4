import { html, nothing, type TemplateResult } from 'lit-html';
import type {
  Adjustment,
  Category,
  Estimate,
  ScoreBreakdown,
} from '../../../../server/src/scoring/breakdown.ts';
import { BAND_NAMES, CATEGORY_NAMES } from '../names.ts';
import { none, number, percent } from '../numbers.ts';
import { explanation } from './explanation.ts';
import { moved } from './moved.ts';
import type { ScoredView } from './pageView.ts';
import { cell, tableHead } from './row.ts';

/** What the categories may come to together, with everything the figure assumes. */
export function estimateSection({ result, message }: ScoredView): TemplateResult {
  const { breakdown, unchanged } = result;
  const { estimate } = breakdown;
  const before = unchanged && number(unchanged.estimate.final);
  return html`<section class="estimate" aria-labelledby="estimate-heading">
    <h2 id="estimate-heading">
      Estimate <span class="percent">${moved(number(estimate.final), before)}</span>
    </h2>
    <p class="muted">Not CMS's figure: it rests on the assumptions below.</p>
    <table role="table">
      <caption class="visually-hidden">Weight of each category and its points towards the final score</caption>
      ${tableHead('Category', ['Score', 'Weight', 'Points'])}
      <tbody role="rowgroup">
        ${CATEGORY_NAMES.map(([category, name]) =>
          categoryRow(name, category, breakdown, message.practice.costPercent),
        )}
      </tbody>
    </table>
    <p>${explanation(estimate.weightsReason)}</p>
    ${costRange(estimate)} ${estimate.adjustment === null ? nothing : adjustmentText(estimate.adjustment)}
    <h3>Assumptions</h3>
    <ul>
      ${estimate.assumptions.map((assumption) => html`<li>${assumption}</li>`)}
    </ul>
  </section>`;
}

function categoryRow(
  name: string,
  category: Category,
  breakdown: ScoreBreakdown,
  costPercent: number | null,
): TemplateResult {
  const { weights, contributions } = breakdown.estimate;
  const isScored = weights[category] > 0;
  const score = category === 'cost' ? costPercent : breakdown[category].percent;
  return html`<tr role="row">
    <th scope="row" role="rowheader">${name}</th>
    ${cell('Score', isScored ? percent(score) : none)}
    ${cell('Weight', percent(weights[category]))}
    ${cell('Points', number(contributions[category]))}
  </tr>`;
}

function costRange({ rangeWithCost }: Estimate): TemplateResult | typeof nothing {
  if (rangeWithCost === null) return nothing;
  return html`<p>
    If CMS scores cost, the final score lies between ${number(rangeWithCost.lowest)} and
    ${number(rangeWithCost.highest)}.
  </p>`;
}

function adjustmentText(adjustment: Adjustment): TemplateResult {
  const amount = adjustment.percent === null ? '' : ` of ${percent(adjustment.percent)}`;
  return html`<p>
    <strong>${BAND_NAMES[adjustment.band]} payment adjustment${amount} in ${adjustment.paymentYear}.</strong>
    ${explanation(adjustment)}
  </p>`;
}
