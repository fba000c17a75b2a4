import { participantFilesRules, tinFilesRules } from './acrossFiles/index.ts';
import { breakdownRules } from './breakdown/index.ts';
import { converterRules } from './converter/index.ts';
import { countRules } from './counts/index.ts';
import { beyondSchematronRules } from './guide/beyondSchematron/index.ts';
import { guideRules } from './guide/index.ts';
import { improvementActivityRules } from './improvementActivities/index.ts';
import { measureRules } from './measure/index.ts';
import { participantRules } from './participant/index.ts';
import { periodRules } from './period/index.ts';
import { programRules } from './program/index.ts';
import { promotingInteroperabilityRules } from './promotingInteroperability/index.ts';
import { qppJsonRules } from './qppJson/index.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { schemaRules } from './schema/index.ts';
import { jsonSyntaxRules } from './syntax/json.ts';
import type { SyntaxRule } from './syntax/syntaxRule.ts';
import { xmlSyntaxRules } from './syntax/xml.ts';

/** Rules that look at the text alone. */
export const syntaxRules: readonly SyntaxRule[] = [...xmlSyntaxRules, ...jsonSyntaxRules];

/**
 * Rules that look at a submission, in the order in which they run: of several findings at one place the first takes
 * over what the guide says of it (`oneFault.ts`).
 */
export const submissionRules: readonly Rule[] = [
  ...measureRules,
  ...participantRules,
  ...programRules,
  ...promotingInteroperabilityRules,
  ...improvementActivityRules,
  ...periodRules,
  ...countRules,
  ...breakdownRules,
  ...qppJsonRules,
  ...converterRules,
  ...guideRules,
  ...beyondSchematronRules,
  ...schemaRules,
];

/** What every rule says of itself, for lists, settings and documentation. */
export const allRules: readonly RuleFacts[] = [
  ...syntaxRules,
  ...submissionRules,
  ...participantFilesRules,
  ...tinFilesRules,
];
