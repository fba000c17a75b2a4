import { createColors } from 'picocolors';
import type {
  IaBreakdown,
  PiBreakdown,
  QualityBreakdown,
  QualityMeasureScore,
  ScoreBreakdown,
} from '../scoring/breakdown.ts';
import { sentence } from '../scoring/sentence.ts';
import type { Participant } from '../submission/participant.ts';
import { ownValue } from '../text/ownValue.ts';
import { textTable } from './textTable.ts';

export interface ScoreReportOptions {
  readonly color: boolean;
}

type Colors = ReturnType<typeof createColors>;

/** The score as text for a terminal: a table for each category with decile bars, each row with its reason. */
export function renderScore(breakdown: ScoreBreakdown, options: ScoreReportOptions): string {
  const colors = createColors(options.color);
  const notes = breakdown.notes.map((note) => colors.yellow(`Note: ${note}`));
  if (breakdown.status === 'notScorable') return [heading(breakdown, colors), ...notes].join('\n');
  return [
    heading(breakdown, colors),
    ...notes,
    '',
    ...qualityLines(breakdown.quality, colors),
    '',
    ...piLines(breakdown.pi, colors),
    '',
    ...activityLines(breakdown.ia, colors),
    '',
    ...estimateLines(breakdown, colors),
  ].join('\n');
}

function heading({ participant, performanceYear, programName }: ScoreBreakdown, colors: Colors): string {
  const parts = [participantText(participant), performanceYear ?? 'year unknown', programName];
  return colors.bold(parts.filter((part) => part !== null).join(' · '));
}

function participantText(participant: Participant | null): string {
  if (participant === null) return 'Participant unknown';
  const { entityType, tin, npi, entityId } = participant;
  const ids = [tin && `TIN ${tin}`, npi && `NPI ${npi}`, entityId && `entity ${entityId}`];
  return [entityType, ...ids.filter(Boolean)].join(' ');
}

function qualityLines(quality: QualityBreakdown, colors: Colors): string[] {
  const title = colors.bold(`Quality  ${number(quality.percent)} %`);
  if (!quality.isSubmitted) return [title, '  No quality data in the files.'];
  const rows = quality.measures.map((measure) => ({
    cells: [
      measure.counted ? '✓' : ' ',
      measure.measureId,
      ownValue(collectionTypes, measure.collectionType) ?? measure.collectionType,
      rate(measure),
      percent(measure.dataCompleteness),
      measure.caseCount === null ? '' : String(measure.caseCount),
      measure.decile === null ? '' : decileBar(measure.decile),
      measure.points === null ? 'N/A' : `${number(measure.points)}/${measure.maxPoints}`,
    ],
    below: sentence(measure),
  }));
  const bonuses = Object.entries(quality.bonuses).filter(([, bonus]) => bonus.points > 0);
  return [
    title,
    ...textTable(['', 'id', 'by', 'rate', 'complete', 'cases', 'decile', 'points'], rows, colors),
    ...bonuses.map(
      ([name, bonus]) => `  + ${number(bonus.points)} ${bonusNames[name] ?? name}: ${sentence(bonus)}`,
    ),
    `  ${number(quality.subtotal)} points${bonuses.length > 0 ? ' and the bonuses' : ''} out of ${quality.denominator}: ${sentence(quality.denominatorReason)}`,
    ...quality.gaps.map((gap) => colors.yellow(`  ${sentence(gap)}`)),
  ];
}

function piLines(pi: PiBreakdown, colors: Colors): string[] {
  const title = colors.bold(`Promoting Interoperability  ${number(pi.percent)} %`);
  if (pi.status === 'reweighted') return [title, '  No PI data in the files; the category is reweighted.'];
  if (pi.status === 'notSubmitted') return [title, '  No PI data in the files.'];
  const rows = pi.measures.map((measure) => ({
    cells: [measure.measureId, measure.state, measure.displayed],
    below: sentence(measure),
  }));
  return [
    title,
    ...pi.zeroReasons.map((cause) => colors.red(`  0 because: ${sentence(cause)}`)),
    ...textTable(['id', 'state', 'points'], rows, colors),
    `  ${number(pi.subtotal)} points; ${pi.objectivesCompleted} of ${pi.objectivesRequired} objectives complete.`,
  ];
}

function activityLines(ia: IaBreakdown, colors: Colors): string[] {
  const title = colors.bold(`Improvement activities  ${number(ia.percent)} %`);
  const rows = ia.activities.map((activity) => ({
    cells: [activity.measureId, activity.displayed],
    below: sentence(activity),
  }));
  const credit = ia.automaticCredit;
  return [
    title,
    ...(ia.isSubmitted ? textTable(['id', 'points'], rows, colors) : ['  No activities in the files.']),
    ...(credit.points > 0 ? [`  + ${credit.points}: ${sentence(credit)}`] : []),
    `  ${ia.subtotal} points, of which ${ia.maxPoints} are full credit.`,
  ];
}

function estimateLines({ estimate }: ScoreBreakdown, colors: Colors): string[] {
  const { weights, contributions, final, rangeWithCost, adjustment, assumptions } = estimate;
  const rows = (['quality', 'cost', 'ia', 'pi'] as const).map((category) => ({
    cells: [category, `${weights[category]} %`, number(contributions[category])],
    below: '',
  }));
  const range = rangeWithCost
    ? [
        `  With cost scored it would be between ${number(rangeWithCost.lowest)} and ${number(rangeWithCost.highest)}.`,
      ]
    : [];
  return [
    colors.bold(`Estimate of the final score  ${final === null ? 'none' : number(final)}`),
    ...textTable(['category', 'weight', 'adds'], rows, colors),
    `  ${sentence(estimate.weightsReason)}`,
    ...range,
    ...(adjustment ? [`  Payment year ${adjustment.paymentYear}: ${sentence(adjustment)}`] : []),
    ...assumptions.map((assumption) => colors.dim(`  ${assumption}`)),
  ];
}

const collectionTypes: Readonly<Record<string, string>> = {
  electronicHealthRecord: 'eCQM',
  registry: 'CQM',
  claims: 'claims',
  cmsWebInterface: 'Web Interface',
};

const bonusNames: Readonly<Record<string, string>> = {
  highPriority: 'high priority',
  endToEnd: 'end-to-end',
  smallPractice: 'small practice',
  complexOrganization: 'complex organization',
};

/** Ten cells, filled up to the decile. */
function decileBar(decile: number): string {
  return `${'█'.repeat(decile)}${'░'.repeat(10 - decile)} ${decile}`;
}

function rate({ performanceRate, rateUnit }: QualityMeasureScore): string {
  return rateUnit === 'value' && performanceRate !== null
    ? String(performanceRate)
    : percent(performanceRate);
}

function percent(value: number | null): string {
  return value === null ? '' : `${number(value)} %`;
}

function number(value: number): string {
  return value.toFixed(2);
}
