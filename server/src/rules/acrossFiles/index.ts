import type { AcrossFilesRule, ParticipantFiles, TinFiles } from './acrossFilesRule.ts';
import { individualAndGroup } from './individualAndGroup.ts';
import { measureSentAgain } from './measureSentAgain.ts';
import { piAnswerConflict } from './piAnswerConflict.ts';
import { setSentAgain } from './setSentAgain.ts';
import { severalCollectionTypes } from './severalCollectionTypes.ts';

/** Rules about the files of one participant and year. */
export const participantFilesRules: readonly AcrossFilesRule<ParticipantFiles>[] = [
  piAnswerConflict,
  setSentAgain,
  measureSentAgain,
  severalCollectionTypes,
];

/** Rules about the files of one TIN and year. */
export const tinFilesRules: readonly AcrossFilesRule<TinFiles>[] = [individualAndGroup];
