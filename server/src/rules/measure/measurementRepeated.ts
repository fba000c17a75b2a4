import type { QppDocument } from '../../document/document.ts';
import type { MeasurementSet, Submission } from '../../submission/submission.ts';
import { repetitionFixes } from '../fixing/measurementEdits.ts';
import type { Problem, Rule } from '../rule.ts';

/** The same measure or activity stands twice in a set. */
export const measurementRepeated: Rule = {
  id: 'measurement-repeated',
  layer: 'upload',
  severity: 'error',
  source: 'QPP submission API documentation: no two measurements of a set have the same measureId',
  title: 'The same measure twice in a set',
  documentation: `A measurement set has each measure and each activity once. CMS's converter looks for repeated GUIDs in the quality section only (error 71). Promoting Interoperability measures have a rule of their own, \`pi-measure-repeated\`.`,
  *check({ submission, document }) {
    for (const set of submission.measurementSets) if (isOurs(set, submission)) yield* checkSet(set, document);
  },
};

/** Repeated quality measures of QRDA III are the converter's error 71. */
function isOurs({ category }: MeasurementSet, { format }: Submission): boolean {
  return category?.value === 'ia' || (category?.value === 'quality' && format === 'qpp-json');
}

function* checkSet({ measurements }: MeasurementSet, document: QppDocument): Iterable<Problem> {
  const seen = new Map<string, Problem['span']>();
  for (const { measureId } of measurements) {
    if (measureId === null) continue;
    const first = seen.get(measureId.value);
    if (first === undefined) seen.set(measureId.value, measureId.span);
    else {
      const message = `${measureId.value} stands twice in this set.`;
      const related = [{ span: first, message: 'It stands here first.' }];
      yield {
        span: measureId.span,
        message,
        related,
        fixes: () => repetitionFixes(document, measureId.span, first),
      };
    }
  }
}
