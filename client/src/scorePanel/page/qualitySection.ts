import { html, nothing, type TemplateResult } from 'lit-html';
import type { ScorePlace } from '../../../../server/src/lsp/protocol.ts';
import type {
  Bonus,
  Explanation,
  QualityBreakdown,
  QualityMeasureScore,
} from '../../../../server/src/scoring/breakdown.ts';
import { sentence } from '../../../../server/src/scoring/sentence.ts';
import { decileLadder } from './decileLadder.ts';
import { number, percent } from './numbers.ts';
import { type Reveal, row } from './row.ts';

const collectionTypes: Readonly<Record<string, string>> = {
  electronicHealthRecord: 'eCQM',
  registry: 'MIPS CQM',
  claims: 'Part B claims',
  cmsWebInterface: 'CMS Web Interface',
  administrativeClaims: 'Administrative claims',
  certifiedSurveyVendor: 'Survey vendor',
};

/** The quality measures with rate, benchmark and points, and how they add up. */
export function qualitySection(
  quality: QualityBreakdown,
  places: readonly (ScorePlace | null)[],
  reveal: Reveal,
): TemplateResult {
  if (!quality.isSubmitted)
    return html`<h2>Quality</h2>
    <p class="muted">The file has no quality measures.</p>`;
  return html`
    <h2>Quality <span class="percent">${percent(quality.percent)}</span></h2>
    <div class="scrolled" tabindex="0" role="region" aria-label="Quality measures">
      <table>
        <caption class="visually-hidden">
          Quality measures with performance rate, data completeness, cases, decile and points
        </caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" class="figure">Rate</th>
            <th scope="col" class="figure">Complete</th>
            <th scope="col" class="figure">Cases</th>
            <th scope="col">Decile</th>
            <th scope="col" class="figure">Points</th>
          </tr>
        </thead>
        <tbody>
          ${quality.measures.map((measure, index) =>
            row(
              { ...measure, tag: collectionTypes[measure.collectionType] ?? measure.collectionType },
              measureCells(measure),
              places[index],
              () => reveal('quality', index),
            ),
          )}
        </tbody>
        <tfoot>
          ${totalRow('Measures that count', number(quality.subtotal))}
          ${Object.values(quality.bonuses).map(bonusRow)}
          ${totalRow('Points that could be had', number(quality.denominator), sentence(quality.denominatorReason))}
        </tfoot>
      </table>
    </div>
    ${gaps(quality.gaps)}
  `;
}

function measureCells(measure: QualityMeasureScore): TemplateResult {
  return html`
    <td class="figure">${rateOf(measure)}</td>
    <td class="figure">${percent(measure.dataCompleteness)}</td>
    <td class="figure">${number(measure.caseCount)}</td>
    <td>${decileLadder(measure)}</td>
    <td class="figure">
      ${measure.points === null ? 'N/A' : `${number(measure.points)} / ${number(measure.maxPoints)}`}
      <span class="tally">${measure.counted ? 'counts' : 'does not count'}</span>
    </td>
  `;
}

function rateOf(measure: QualityMeasureScore): TemplateResult {
  return html`${percent(measure.performanceRate)}${
    measure.benchmark?.isInverse ? html`<span class="tally">lower is better</span>` : nothing
  }`;
}

function bonusRow(bonus: Bonus): TemplateResult | typeof nothing {
  return bonus.points === 0 ? nothing : totalRow('Bonus', `+${number(bonus.points)}`, sentence(bonus));
}

function totalRow(name: string, value: string, reason = ''): TemplateResult {
  return html`<tr>
    <th scope="row" colspan="5">${name}<span class="name">${reason}</span></th>
    <td class="figure">${value}</td>
  </tr>`;
}

function gaps(lines: readonly Explanation[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<h3>Still missing</h3>
    <ul>
      ${lines.map((line) => html`<li>${sentence(line)}</li>`)}
    </ul>`;
}
