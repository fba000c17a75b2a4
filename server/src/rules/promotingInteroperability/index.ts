import type { Rule } from '../rule.ts';
import { activeEngagement } from './activeEngagement.ts';
import { piExclusionConflict } from './exclusionConflict.ts';
import { piAttestation } from './piAttestation.ts';
import { piCounts } from './piCounts.ts';
import { piIncomplete } from './piIncomplete.ts';
import { piMeasureRepeated } from './repeatedMeasure.ts';
import { piSubstituteConflict } from './substituteConflict.ts';

/** What Promoting Interoperability asks of its measures and attestations. */
export const promotingInteroperabilityRules: readonly Rule[] = [
  piExclusionConflict,
  piSubstituteConflict,
  piMeasureRepeated,
  piCounts,
  piIncomplete,
  piAttestation,
  activeEngagement,
];
