import { AGGREGATE_COUNT, aggregateCount } from './aggregateCount.ts';
import { filledGap, type SkeletonContext } from './context.ts';
import { MEASURE_PERFORMED, measurePerformed, PI_DENOMINATOR, PI_NUMERATOR, piCount } from './measure.ts';
import { REPORTING_PARAMETERS, reportingParameters } from './section.ts';
import {
  CMS_PAYER,
  CMS_SEX,
  ETHNICITY,
  ethnicity,
  PAYER,
  payer,
  RACE,
  race,
  SEX,
  sex,
} from './supplementalData.ts';
import type { Tag } from './tag.ts';

/** The templates that are always written alike, whatever the measure. */
const BY_ROOT: ReadonlyMap<string, (context: SkeletonContext) => Tag> = new Map<
  string,
  (context: SkeletonContext) => Tag
>([
  [AGGREGATE_COUNT, (context) => aggregateCount(context, filledGap(context, '0'))],
  [REPORTING_PARAMETERS, reportingParameters],
  [MEASURE_PERFORMED, (context) => measurePerformed(context, 'Y', 'N')],
  [PI_NUMERATOR, (context) => piCount(context, PI_NUMERATOR)],
  [PI_DENOMINATOR, (context) => piCount(context, PI_DENOMINATOR)],
  [SEX, sex],
  [CMS_SEX, sex],
  [ETHNICITY, ethnicity],
  [RACE, race],
  [PAYER, payer],
  [CMS_PAYER, payer],
]);

/** An element that carries the template, whole; `null` where the template needs a measure's data. */
export function templateSkeleton(root: string, context: SkeletonContext): Tag | null {
  return BY_ROOT.get(root)?.(context) ?? null;
}
