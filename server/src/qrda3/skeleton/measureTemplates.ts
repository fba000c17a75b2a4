import {
  ACTIVITY,
  CMS_MEASURE,
  MEASURE,
  MEASURE_REFERENCE,
  PI_ATTESTATION,
  PI_PROPORTION,
} from './measure.ts';
import { CMS_POPULATION, CMS_RATE, POPULATION, RATE } from './population.ts';
import { SECTION_ROOTS } from './section.ts';

/** The templates that are only right with a measure's data in them. */
export const MEASURE_TEMPLATES: ReadonlySet<string> = new Set([
  MEASURE_REFERENCE,
  MEASURE,
  CMS_MEASURE,
  PI_PROPORTION,
  PI_ATTESTATION,
  ACTIVITY,
  POPULATION,
  CMS_POPULATION,
  RATE,
  CMS_RATE,
  ...Object.values(SECTION_ROOTS).flat(),
]);
