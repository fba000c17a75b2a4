import { html, type TemplateResult } from 'lit-html';
import type { ScoreBreakdown } from '../../../../server/src/scoring/breakdown.ts';
import type { ScoreMessage } from '../messages.ts';
import { participantName, programName } from '../names.ts';
import { none, number, percent } from '../numbers.ts';
import { moved } from './moved.ts';
import type { ScoredView } from './pageView.ts';

/** Who is scored for what. */
export function heading({ result, message }: ScoredView): TemplateResult {
  const { participant, programName: program, performanceYear } = result.breakdown;
  return html`<header>
    <h1>${participantName(participant)}</h1>
    <p class="muted">
      ${programName(program)} · Performance year ${performanceYear ?? none} ·
      ${message.files.map(({ name }) => name).join(', ')}
    </p>
  </header>`;
}

/** The score of each category in one line. */
export function totals({ result: { breakdown, unchanged } }: ScoredView): TemplateResult {
  const total = (name: string, of: (score: ScoreBreakdown) => string, isEstimate = false) =>
    html`<div class="total ${isEstimate ? 'estimated' : ''}">
      <dt>${name}</dt>
      <dd>${moved(of(breakdown), unchanged && of(unchanged))}</dd>
    </div>`;
  return html`<dl class="totals">
    ${total('Quality', qualityText)} ${total('Promoting Interoperability', piText)}
    ${total('Improvement Activities', iaText)}
    ${total('Final score, estimated', ({ estimate }) => number(estimate.final), true)}
  </dl>`;
}

/** The same in a sentence, for screen readers. */
export function announcementOf({ files, result, whatIf }: ScoreMessage): string {
  const names = files.map(({ name }) => name).join(', ');
  if (files.length === 0) return '';
  if (result === null) return `${names} has no score.`;
  const { breakdown } = result;
  return [
    `${whatIf.length > 0 ? 'What-if score' : 'Score'} of ${names}: quality ${qualityText(breakdown)}`,
    `promoting interoperability ${piText(breakdown)}`,
    `improvement activities ${iaText(breakdown)}`,
    `estimated final score ${number(breakdown.estimate.final)}.`,
  ].join(', ');
}

function qualityText({ quality }: ScoreBreakdown): string {
  return quality.isSubmitted ? percent(quality.percent) : none;
}

function piText({ pi }: ScoreBreakdown): string {
  return pi.status === 'scored' || pi.status === 'zero' ? percent(pi.percent) : none;
}

function iaText({ ia }: ScoreBreakdown): string {
  return ia.isSubmitted || ia.automaticCredit.points > 0 ? percent(ia.percent) : none;
}
