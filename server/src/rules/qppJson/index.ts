import type { Rule } from '../rule.ts';
import { jsonComputedField } from './computedField.ts';
import { cqmExclusionNotZero } from './cqmExclusionNotZero.ts';
import { jsonKeyMissing } from './keyMissing.ts';
import { jsonKeyUnknown } from './keyUnknown.ts';
import { measureIdIsEcqm } from './measureIdIsEcqm.ts';
import { performanceYearUnknown } from './performanceYearUnknown.ts';
import { jsonPlaceholder } from './placeholder.ts';
import { registryRateOutOfRange } from './registryRateOutOfRange.ts';
import { jsonServerField } from './serverField.ts';
import { jsonSetFieldMisplaced } from './setFieldMisplaced.ts';
import { jsonShape } from './shape.ts';
import { stratumMissing } from './stratumMissing.ts';
import { stratumNameUnknown } from './stratumNameUnknown.ts';
import { stratumRepeated } from './stratumRepeated.ts';
import { jsonTopProgramName } from './topProgramName.ts';
import { jsonTypeWrong } from './typeWrong.ts';
import { valueShapeMismatch } from './valueShapeMismatch.ts';
import { jsonValueUnknown } from './valueUnknown.ts';

/** The rules about QPP JSON as a format: its structure, and what only JSON can say. */
export const qppJsonRules: readonly Rule[] = [
  jsonShape,
  jsonKeyUnknown,
  jsonKeyMissing,
  jsonTypeWrong,
  jsonPlaceholder,
  performanceYearUnknown,
  jsonValueUnknown,
  jsonSetFieldMisplaced,
  jsonComputedField,
  jsonServerField,
  jsonTopProgramName,
  valueShapeMismatch,
  stratumNameUnknown,
  stratumMissing,
  stratumRepeated,
  registryRateOutOfRange,
  cqmExclusionNotZero,
  measureIdIsEcqm,
];
