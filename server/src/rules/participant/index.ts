import type { Rule } from '../rule.ts';
import { cehrtIdForm } from './cehrtIdForm.ts';
import { cehrtIdMissing } from './cehrtIdMissing.ts';
import { cehrtIdRepeated } from './cehrtIdRepeated.ts';
import { entityIdForm } from './entityIdForm.ts';
import { identifierMissing } from './identifierMissing.ts';
import { identifierNotAllowed } from './identifierNotAllowed.ts';
import { npiCheckDigit } from './npiCheckDigit.ts';
import { npiForm } from './npiForm.ts';
import { npiNotFiled } from './npiNotFiled.ts';
import { tinForm } from './tinForm.ts';

/** Who the file is for, and with which ids. */
export const participantRules: readonly Rule[] = [
  identifierMissing,
  identifierNotAllowed,
  npiNotFiled,
  tinForm,
  npiForm,
  npiCheckDigit,
  entityIdForm,
  cehrtIdForm,
  cehrtIdMissing,
  cehrtIdRepeated,
];
