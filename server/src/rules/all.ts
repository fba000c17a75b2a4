import { guideRules } from './guide/index.ts';
import { identifierMissing } from './identity/identifierMissing.ts';
import { identifierNotAllowed } from './identity/identifierNotAllowed.ts';
import { npiNotFiled } from './identity/npiNotFiled.ts';
import { programEntityMismatch } from './identity/programEntityMismatch.ts';
import { measureGuidUnknown } from './measure/measureGuidUnknown.ts';
import { measureGuidUnpublished } from './measure/measureGuidUnpublished.ts';
import { populationGuidUnknown } from './measure/populationGuidUnknown.ts';
import { stratumGuidUnknown } from './measure/stratumGuidUnknown.ts';
import { piExclusionConflict } from './promotingInteroperability/exclusionConflict.ts';
import { piMeasureRepeated } from './promotingInteroperability/repeatedMeasure.ts';
import { piSubstituteConflict } from './promotingInteroperability/substituteConflict.ts';
import { qppJsonRules } from './qppJson/index.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { schemaRules } from './schema/index.ts';
import { jsonSyntaxRules } from './syntax/json.ts';
import type { SyntaxRule } from './syntax/syntaxRule.ts';
import { xmlSyntaxRules } from './syntax/xml.ts';
import { converterRules } from './upload/converter/index.ts';
import { uploadRules } from './upload/index.ts';

/** Rules that look at the text alone. */
export const syntaxRules: readonly SyntaxRule[] = [...xmlSyntaxRules, ...jsonSyntaxRules];

/** Rules that look at a submission, in the order in which they run. */
export const submissionRules: readonly Rule[] = [
  measureGuidUnknown,
  measureGuidUnpublished,
  populationGuidUnknown,
  stratumGuidUnknown,
  identifierMissing,
  identifierNotAllowed,
  npiNotFiled,
  programEntityMismatch,
  piExclusionConflict,
  piSubstituteConflict,
  piMeasureRepeated,
  ...qppJsonRules,
  ...uploadRules,
  ...converterRules,
  ...guideRules,
  ...schemaRules,
];

/** What every rule says of itself, for lists, settings and documentation. */
export const allRules: readonly RuleFacts[] = [...syntaxRules, ...submissionRules];
