import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { QualityMeasureScore } from '../../../../server/src/scoring/breakdown.ts';
import { ladderOf } from '../ladder.ts';
import { none } from '../numbers.ts';

const rungWidth = 10;

/** Ten rungs, those reached filled, with a mark where the rate stands. */
export function decileLadder(measure: QualityMeasureScore): TemplateResult {
  const ladder = ladderOf(measure);
  if (ladder === null) {
    return html`<span class="muted">${measure.benchmark === null ? 'no benchmark' : none}</span>`;
  }
  const at = ladder.mark * rungWidth;
  return html`<span class="ladder">
      <svg viewBox="-1 0 ${10 * rungWidth + 2} 16" role="img" aria-label=${ladder.description}>
        ${ladder.rungs.map(
          ({ decile, isReached, title }) =>
            svg`<rect class=${isReached ? 'reached' : 'above'} x=${(decile - 1) * rungWidth + 0.5} y="4"
              width=${rungWidth - 1} height="8"><title>${title}</title></rect>`,
        )}
        ${svg`<path class="mark" d="M${at} 0.5 V15.5" />`}
      </svg>
      <span aria-hidden="true">${measure.decile}</span>
    </span>
    ${measure.benchmark?.isToppedOut ? html`<span class="tally">topped out</span>` : nothing}`;
}
