import { html, type TemplateResult } from 'lit-html';
import type { ScoreBreakdown } from '../../../../server/src/scoring/breakdown.ts';
import type { Participant } from '../../../../server/src/submission/participant.ts';
import type { ScoreMessage } from '../messages.ts';
import { none, number, percent } from './numbers.ts';

const entityNames: Readonly<Record<string, string>> = {
  individual: 'Individual',
  group: 'Group',
  virtualGroup: 'Virtual group',
  apm: 'APM entity',
  subgroup: 'Subgroup',
};

/** Programs as people write them; an MVP goes by its id. */
const programNames: Readonly<Record<string, string>> = { mips: 'MIPS', app1: 'APP', appPlus: 'APP Plus' };

/** Who is scored for what, and the score of each category in one line. */
export function summary(fileName: string, breakdown: ScoreBreakdown): TemplateResult {
  return html`
    <header>
      <h1>${breakdown.participant ? participantName(breakdown.participant) : 'Participant not named'}</h1>
      <p class="muted">
        ${programName(breakdown.programName)} · Performance year ${breakdown.performanceYear ?? none} · ${fileName}
      </p>
    </header>
    <dl class="totals">
      ${total('Quality', breakdown.quality.isSubmitted ? breakdown.quality.percent : null)}
      ${total('Promoting Interoperability', piPercent(breakdown))}
      ${total('Improvement Activities', breakdown.ia.isSubmitted ? breakdown.ia.percent : null)}
      <div class="total estimated">
        <dt>Final score, estimated</dt>
        <dd>${number(breakdown.estimate.final)}</dd>
      </div>
    </dl>
  `;
}

/** The same in a sentence, for screen readers. */
export function announcementOf({ file, result }: ScoreMessage): string {
  if (file === null) return '';
  if (result === null) return `${file.name} has no score.`;
  const { quality, ia, estimate } = result.breakdown;
  return [
    `Score of ${file.name}: quality ${quality.isSubmitted ? percent(quality.percent) : 'not submitted'}`,
    `promoting interoperability ${percent(piPercent(result.breakdown))}`,
    `improvement activities ${ia.isSubmitted ? percent(ia.percent) : 'not submitted'}`,
    `estimated final score ${number(estimate.final)}.`,
  ].join(', ');
}

function total(name: string, value: number | null): TemplateResult {
  return html`<div class="total">
    <dt>${name}</dt>
    <dd>${percent(value)}</dd>
  </div>`;
}

function piPercent({ pi }: ScoreBreakdown): number | null {
  return pi.status === 'scored' || pi.status === 'zero' ? pi.percent : null;
}

function programName(program: string | null): string {
  if (program === null) return 'No program';
  return programNames[program] ?? program;
}

function participantName({ entityType, tin, npi, entityId }: Participant): string {
  const ids = [tin && `TIN ${tin}`, npi && `NPI ${npi}`, entityId].filter(
    (id) => id !== undefined && id !== '',
  );
  return [entityNames[entityType] ?? entityType, ...ids].join(' · ');
}
