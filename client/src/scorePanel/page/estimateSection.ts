import { html, nothing, type TemplateResult } from 'lit-html';
import type {
  Adjustment,
  AdjustmentBand,
  Category,
  Estimate,
  ScoreBreakdown,
} from '../../../../server/src/scoring/breakdown.ts';
import { sentence } from '../../../../server/src/scoring/sentence.ts';
import { none, number, percent } from './numbers.ts';

const categoryNames: readonly (readonly [Category, string])[] = [
  ['quality', 'Quality'],
  ['cost', 'Cost'],
  ['ia', 'Improvement Activities'],
  ['pi', 'Promoting Interoperability'],
];

const bandNames: Readonly<Record<AdjustmentBand, string>> = {
  maximumNegative: 'Largest negative',
  negative: 'Negative',
  neutral: 'Neutral',
  positive: 'Positive',
  exceptional: 'Positive, exceptional',
};

/** What the categories may come to together, with everything the figure assumes. */
export function estimateSection(breakdown: ScoreBreakdown): TemplateResult {
  const { estimate } = breakdown;
  return html`
    <section class="estimate" aria-labelledby="estimate-heading">
      <h2 id="estimate-heading">Estimate <span class="percent">${number(estimate.final)}</span></h2>
      <p class="muted">Not CMS's figure: it rests on the assumptions below.</p>
      <table>
        <caption class="visually-hidden">Weight of each category and its points towards the final score</caption>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col" class="figure">Score</th>
            <th scope="col" class="figure">Weight</th>
            <th scope="col" class="figure">Points</th>
          </tr>
        </thead>
        <tbody>
          ${categoryNames.map(([category, name]) => categoryRow(name, category, breakdown))}
        </tbody>
      </table>
      <p>${sentence(estimate.weightsReason)}</p>
      ${costRange(estimate)} ${estimate.adjustment === null ? nothing : adjustmentText(estimate.adjustment)}
      <h3>Assumptions</h3>
      <ul>
        ${estimate.assumptions.map((assumption) => html`<li>${assumption}</li>`)}
      </ul>
    </section>
  `;
}

function categoryRow(name: string, category: Category, breakdown: ScoreBreakdown): TemplateResult {
  const { weights, contributions } = breakdown.estimate;
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="figure">${category === 'cost' ? none : percent(breakdown[category].percent)}</td>
    <td class="figure">${percent(weights[category])}</td>
    <td class="figure">${number(contributions[category])}</td>
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
    <strong>${bandNames[adjustment.band]} payment adjustment${amount} in ${adjustment.paymentYear}.</strong>
    ${sentence(adjustment)}
  </p>`;
}
