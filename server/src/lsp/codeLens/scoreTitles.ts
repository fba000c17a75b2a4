import type {
  ActivityScore,
  PiMeasureScore,
  QualityMeasureScore,
  ScoreBreakdown,
} from '../../scoring/breakdown.ts';
import { sentence } from '../../scoring/sentence.ts';
import { percentText } from '../rateText.ts';

/** What a measure is worth, in one line, and why. */
export interface ScoreTitle {
  readonly title: string;
  readonly tooltip: string;
  readonly measureId: string;
  /** Of a quality measure. */
  readonly collectionType: string | null;
}

/** The titles of a breakdown by the offset of what they are about: the start of the measurement's place. */
export function scoreTitles({ quality, pi, ia }: ScoreBreakdown): Map<number, ScoreTitle> {
  const titles = new Map<number, ScoreTitle>();
  for (const measure of quality.measures) titles.set(measure.origin.span.start, qualityTitle(measure));
  for (const measure of [...pi.measures, ...ia.activities]) {
    if (measure.origin) titles.set(measure.origin.span.start, pointsTitle(measure));
  }
  return titles;
}

function qualityTitle(measure: QualityMeasureScore): ScoreTitle {
  const { performanceRate, rateUnit, decile, points, maxPoints, counted, measureId, collectionType } =
    measure;
  const rate = rateUnit === 'percent' ? percentText(performanceRate) : String(performanceRate ?? '–');
  const parts = [
    rate,
    decile !== null && `decile ${decile}`,
    points === null ? 'not scored' : `${rounded(points)} of ${maxPoints} points`,
    points !== null && !counted && 'does not count',
  ];
  return { title: parts.filter(Boolean).join(' · '), tooltip: sentence(measure), measureId, collectionType };
}

function pointsTitle(measure: PiMeasureScore | ActivityScore): ScoreTitle {
  const { points, maxPoints, displayed, measureId } = measure;
  const state = 'state' in measure ? STATES[measure.state] : '';
  const title =
    displayed === '' ? state || 'no points of its own' : `${rounded(points)} of ${maxPoints} points`;
  return { title, tooltip: sentence(measure), measureId, collectionType: null };
}

/** Of measures without points of their own. */
const STATES: Readonly<Record<PiMeasureScore['state'], string>> = {
  reported: 'reported',
  excluded: 'exclusion',
  missing: 'missing',
  bonus: 'bonus',
  attestation: 'attestation',
  unscored: 'not scored',
};

function rounded(points: number): string {
  return String(Math.round(points * 100) / 100);
}
