import type { Rule } from '../rule.ts';
import { activityNotPerformed } from './activities/activityNotPerformed.ts';
import { reportingStratumMissing } from './breakdown/reportingStratumMissing.ts';
import { stratumExceedsPopulation } from './breakdown/stratumExceedsPopulation.ts';
import { supplementalCode } from './breakdown/supplementalCode.ts';
import { supplementalSum } from './breakdown/supplementalSum.ts';
import { countForm } from './counts/countForm.ts';
import { countsExceedPopulation } from './counts/countsExceedPopulation.ts';
import { initialPopulationExceeded } from './counts/initialPopulationExceeded.ts';
import { performanceRateMismatch } from './counts/performanceRateMismatch.ts';
import { piCounts } from './counts/piCounts.ts';
import { populationMissing } from './counts/populationMissing.ts';
import { measureCollectionType } from './measure/measureCollectionType.ts';
import { measureIdUnknown } from './measure/measureIdUnknown.ts';
import { measurementRepeated } from './measure/measurementRepeated.ts';
import { measureNotSeen } from './measure/measureNotSeen.ts';
import { measureOutsideSection } from './measure/measureOutsideSection.ts';
import { measureProgram } from './measure/measureProgram.ts';
import { setRepeated } from './measure/setRepeated.ts';
import { cehrtIdForm } from './participant/cehrtIdForm.ts';
import { cehrtIdMissing } from './participant/cehrtIdMissing.ts';
import { cehrtIdRepeated } from './participant/cehrtIdRepeated.ts';
import { entityIdForm } from './participant/entityIdForm.ts';
import { npiCheckDigit } from './participant/npiCheckDigit.ts';
import { npiForm } from './participant/npiForm.ts';
import { tinForm } from './participant/tinForm.ts';
import { periodDate } from './period/periodDate.ts';
import { periodLength } from './period/periodLength.ts';
import { periodOrder } from './period/periodOrder.ts';
import { periodYear } from './period/periodYear.ts';
import { mvpIgnored } from './program/mvpIgnored.ts';
import { piOfApmEntity } from './program/piOfApmEntity.ts';
import { programOfYear } from './program/programOfYear.ts';
import { activeEngagement } from './promotingInteroperability/activeEngagement.ts';
import { piAttestation } from './promotingInteroperability/piAttestation.ts';
import { piIncomplete } from './promotingInteroperability/piIncomplete.ts';
import { measureReference } from './structure/measureReference.ts';
import { populationCode } from './structure/populationCode.ts';
import { reportingParametersEntry } from './structure/reportingParametersEntry.ts';

/** Rules about what the submission API refuses, and what it takes but does not count, beyond CMS's converter. */
export const uploadRules: readonly Rule[] = [
  tinForm,
  npiForm,
  npiCheckDigit,
  entityIdForm,
  cehrtIdForm,
  cehrtIdMissing,
  cehrtIdRepeated,
  programOfYear,
  mvpIgnored,
  piOfApmEntity,
  periodDate,
  periodYear,
  periodOrder,
  periodLength,
  measureOutsideSection,
  measureNotSeen,
  setRepeated,
  measurementRepeated,
  measureIdUnknown,
  measureProgram,
  measureCollectionType,
  countForm,
  countsExceedPopulation,
  initialPopulationExceeded,
  populationMissing,
  performanceRateMismatch,
  piCounts,
  supplementalCode,
  supplementalSum,
  stratumExceedsPopulation,
  reportingStratumMissing,
  piIncomplete,
  piAttestation,
  activeEngagement,
  activityNotPerformed,
  populationCode,
  measureReference,
  reportingParametersEntry,
];
