import type { Rule } from '../rule.ts';
import { measureCollectionType } from './measureCollectionType.ts';
import { measureGuidMismatch } from './measureGuidMismatch.ts';
import { measureGuidUnknown } from './measureGuidUnknown.ts';
import { measureGuidUnpublished } from './measureGuidUnpublished.ts';
import { measureIdUnknown } from './measureIdUnknown.ts';
import { measurementRepeated } from './measurementRepeated.ts';
import { measureNotSeen } from './measureNotSeen.ts';
import { measureOutsideSection } from './measureOutsideSection.ts';
import { measureProgram } from './measureProgram.ts';
import { populationGuidUnknown } from './populationGuidUnknown.ts';
import { populationMiscoded } from './populationMiscoded.ts';
import { setRepeated } from './setRepeated.ts';
import { stratumGuidUnknown } from './stratumGuidUnknown.ts';

/** Which measures and activities a file reports, and by which ids and GUIDs. */
export const measureRules: readonly Rule[] = [
  measureGuidUnknown,
  measureGuidMismatch,
  measureGuidUnpublished,
  populationGuidUnknown,
  populationMiscoded,
  stratumGuidUnknown,
  measureOutsideSection,
  measureNotSeen,
  setRepeated,
  measurementRepeated,
  measureIdUnknown,
  measureProgram,
  measureCollectionType,
];
