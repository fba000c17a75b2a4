import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type {
  Bonus,
  QualityBreakdown,
  QualityMeasureScore,
  StratumCounts,
} from '../../../../server/src/scoring/breakdown.ts';
import { fractionOf, pointsText, rateText } from '../figures.ts';
import { BONUS_NAMES, collectionTypeName } from '../names.ts';
import { number, percent } from '../numbers.ts';
import { type IndexedRow, steadyRows } from '../rowOrder.ts';
import { rateTarget } from '../whatIfChanges.ts';
import { decileLadder } from './decileLadder.ts';
import { explanationList } from './explanation.ts';
import { moved } from './moved.ts';
import type { ScoredView } from './pageView.ts';
import { cell, row, tableHead, totalRow } from './row.ts';
import type { Changeable } from './whatIfFields.ts';

/** The quality measures with rate, benchmark and points, and how they add up. */
export function qualitySection(view: ScoredView): TemplateResult {
  const { quality } = view.result.breakdown;
  const before = view.result.unchanged?.quality ?? null;
  if (!quality.isSubmitted) {
    return html`<section aria-labelledby="quality-heading">
      <h2 id="quality-heading">Quality</h2>
      <p class="muted">The file has no quality measures.</p>
    </section>`;
  }
  const rows = steadyRows(quality.measures, before?.measures ?? null, keyOf);
  return html`<section aria-labelledby="quality-heading">
    <h2 id="quality-heading">Quality <span class="percent">${percent(quality.percent)}</span></h2>
    <table role="table">
      <caption class="visually-hidden">
        Quality measures with performance rate, data completeness, cases, decile and points
      </caption>
      ${tableHead('Measure', ['Rate', 'Complete', 'Cases', 'Decile', 'Points'])}
      <tbody role="rowgroup">
        ${repeat(
          rows,
          ({ key }) => key,
          (indexed) => measureRow(view, indexed),
        )}
      </tbody>
      <tfoot role="rowgroup">
        ${totals(quality, before)}
      </tfoot>
    </table>
    ${explanationList('Still missing', quality.gaps)}
  </section>`;
}

function keyOf({ measureId, collectionType }: QualityMeasureScore): string {
  return `${measureId} ${collectionType}`;
}

function measureRow(view: ScoredView, { row: measure, index, before }: IndexedRow<QualityMeasureScore>) {
  const head = {
    ...measure,
    tag: collectionTypeName(measure.collectionType),
    changeable: measure.strata.map((stratum) => changeableRate(measure, stratum)),
  };
  return row(view, { category: 'quality', index }, head, measureCells(measure, before));
}

function changeableRate(measure: QualityMeasureScore, stratum: StratumCounts): Changeable {
  return {
    target: rateTarget(measure, stratum),
    name: stratum.name ?? '',
    answer: { kind: 'counts', ...fractionOf(stratum) },
  };
}

function measureCells(measure: QualityMeasureScore, before: QualityMeasureScore | null): TemplateResult {
  return html`
    ${cell('Rate', rate(measure))}
    ${cell('Complete', percent(measure.dataCompleteness))}
    ${cell('Cases', number(measure.caseCount))}
    ${cell('Decile', decileLadder(measure))}
    ${cell('Points', points(measure, before))}
  `;
}

function rate(measure: QualityMeasureScore): TemplateResult {
  const [only, ...others] = measure.strata.map(fractionOf);
  const isOneFraction = only !== undefined && others.length === 0 && only.denominator !== null;
  return html`<span>${rateText(measure)}</span>
  ${
    isOneFraction
      ? html`<span class="tally">${number(only.numerator)} of ${number(only.denominator)}</span>`
      : nothing
  }
  ${measure.benchmark?.isInverse ? html`<span class="tally">lower is better</span>` : nothing}`;
}

/** What CMS's site shows of a measure that does not count is `N/A`; its own points stand below. */
function points(measure: QualityMeasureScore, before: QualityMeasureScore | null): TemplateResult {
  const own = pointsText(measure);
  if (!measure.counted) {
    return html`${moved('N/A', before && (before.counted ? pointsText(before) : 'N/A'))}
    ${measure.points === null ? nothing : html`<span class="tally">${own}</span>`}
    <span class="tally">does not count</span>`;
  }
  return html`${moved(own, before && (before.counted ? pointsText(before) : 'N/A'))} <span class="tally">counts</span>`;
}

function totals(quality: QualityBreakdown, before: QualityBreakdown | null): TemplateResult {
  return html`
    ${totalRow(5, 'Sub-total of the measures that count', moved(number(quality.subtotal), before && number(before.subtotal)))}
    ${Object.entries(quality.bonuses).map(([name, bonus]) => bonusRow(BONUS_NAMES[name] ?? name, bonus))}
    ${totalRow(5, 'Points that could be had', number(quality.denominator), quality.denominatorReason)}
    ${totalRow(5, 'Category score, estimated', moved(percent(quality.percent), before && percent(before.percent)))}
  `;
}

function bonusRow(name: string, bonus: Bonus): TemplateResult | typeof nothing {
  return bonus.points === 0 ? nothing : totalRow(5, name, `+${number(bonus.points)}`, bonus);
}
