import type { MeasurementSet } from '../../submission/submission.ts';
import { mergeFixes } from '../fixing/setEdits.ts';
import type { Rule } from '../rule.ts';

/** Two sets of one file would replace each other. */
export const setRepeated: Rule = {
  id: 'measurement-set-repeated',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API: a set is unique by category, submissionMethod and programName; a second one is refused (DuplicateEntryError) or replaces the first',
  title: 'Two sets of the same category, method and program',
  documentation: `A submission has one measurement set for each category, submission method and program. Put the measures of both into one set. (In QRDA III these are repeated sections, which CMS's converter refuses with errors 26 and 27.)`,
  *check({ submission, document }) {
    if (submission.format !== 'qpp-json') return;
    const seen = new Map<string, MeasurementSet>();
    for (const set of submission.measurementSets) {
      const key = keyOf(set);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, set);
      else {
        const message = `There is already a set of ${key}; a submission has one.`;
        const related = [{ span: first.span, message: 'The first set.' }];
        yield { span: set.span, message, related, fixes: () => mergeFixes(document, first, set) };
      }
    }
  },
};

function keyOf({ category, submissionMethod, programName }: MeasurementSet): string {
  return `category "${category?.value}", method "${submissionMethod?.value}" and program "${programName?.value ?? 'mips'}"`;
}
