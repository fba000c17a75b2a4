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

/** A row without points (an attestation, an exclusion, an unknown activity) has its reason for a title. */
function pointsTitle(measure: PiMeasureScore | ActivityScore): ScoreTitle {
  const { points, maxPoints, displayed, reason, measureId } = measure;
  const title = displayed === '' ? reason.replace(/\.$/, '') : `${rounded(points)} of ${maxPoints} points`;
  return { title, tooltip: sentence(measure), measureId, collectionType: null };
}

function rounded(points: number): string {
  return String(Math.round(points * 100) / 100);
}
