import { html, svg, type TemplateResult } from 'lit-html';
import type { BenchmarkUsed, QualityMeasureScore } from '../../../../server/src/scoring/breakdown.ts';
import { none, percent } from './numbers.ts';

const rungs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const rungWidth = 10;
const ladderWidth = rungs.length * rungWidth;

/** Ten rungs, those reached filled, with a mark where the rate stands within its decile. */
export function decileLadder({ benchmark, decile, performanceRate }: QualityMeasureScore): TemplateResult {
  if (benchmark === null || decile === null || performanceRate === null) {
    return html`<span class="muted">${benchmark === null ? 'no benchmark' : none}</span>`;
  }
  const mark = (decile - 1 + fractionOf(performanceRate, decile, benchmark)) * rungWidth;
  return html`<span class="ladder">
    <svg viewBox="0 0 ${ladderWidth} 16" role="img" aria-label="Decile ${decile} of 10">
      ${rungs.map(
        (
          rung,
        ) => svg`<rect class=${rung <= decile ? 'reached' : 'above'} x=${(rung - 1) * rungWidth + 0.5} y="4"
          width=${rungWidth - 1} height="8"><title>${boundOf(rung, benchmark)}</title></rect>`,
      )}
      ${svg`<path class="mark" d="M${mark} 1 V15" />`}
    </svg>
    <span aria-hidden="true">${decile}</span>
  </span>`;
}

/** How far through its decile the rate is, 0 to 1; the middle where a bound is not published. */
function fractionOf(rate: number, decile: number, benchmark: BenchmarkUsed): number {
  const from = benchmark.decileBounds[decile - 1] ?? null;
  const to = decile < 10 ? (benchmark.decileBounds[decile] ?? null) : benchmark.isInverse ? 0 : 100;
  if (from === null || to === null || from === to) return 0.5;
  return Math.min(Math.max((rate - from) / (to - from), 0), 1);
}

function boundOf(rung: number, benchmark: BenchmarkUsed): string {
  const bound = benchmark.decileBounds[rung - 1] ?? null;
  if (bound === null) return `Decile ${rung}: no bound published`;
  return `Decile ${rung}: ${benchmark.isInverse ? 'up to' : 'from'} ${percent(bound)}`;
}
