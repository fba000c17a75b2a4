import type { Measure } from '../../catalog/catalog.ts';
import { measureSuccessor } from '../../catalog/successor.ts';
import type { MeasurementSet } from '../../submission/submission.ts';
import { closest } from '../../text/closest.ts';
import type { Sourced } from '../../text/span.ts';
import { writeInstead } from '../fixing/proposals.ts';
import { ecqmNamed } from '../qppJson/measureIdIsEcqm.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';

/** A measure id that the year does not have, or has in another category. */
export const measureIdUnknown: Rule = {
  id: 'measure-id-unknown',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    'QPP submission API: measureId must be a measure of the performance year; CMS measures data of the year',
  title: 'A measure or activity that the year does not have',
  documentation: `Every measure, Promoting Interoperability measure and improvement activity has an id, and each performance year its own list of them. An id that the year's list does not have is refused by the submission API, and so is a measure in a set of another category. CMS's converter looks at no id but the GUID of quality measures.

The finding tells the year in which the id was valid last, and its successor where CMS's data name one.`,
  *check(context) {
    for (const set of context.submission.measurementSets) {
      for (const { measureId, guid } of set.measurements) {
        // A QRDA III quality measure is named by its GUID; see measure-guid-unknown.
        if (measureId !== null && guid === null) yield* checkId(measureId, set, context);
      }
    }
  },
};

function* checkId(measureId: Sourced<string>, set: MeasurementSet, context: RuleContext): Iterable<Problem> {
  const { value, span } = measureId;
  const measure = context.catalog.measures.get(value);
  // The number of an eCQM is told by measure-id-is-ecqm.
  if (ecqmNamed(value, set.submissionMethod?.value, context.catalog)) return;
  if (measure === undefined) {
    yield { span, ...unknownId(value, context), fixes: () => idFixes(measureId, set, context) };
  } else if (isInOtherCategory(measure, set, context)) {
    const message = `${value} (${measure.title}) is a measure of category "${measure.category}"; it cannot be reported under "${set.category?.value}".`;
    yield { span, message };
  }
}

function isInOtherCategory(
  measure: Measure,
  { category }: MeasurementSet,
  { submission }: RuleContext,
): boolean {
  if (category === null || !['quality', 'pi', 'ia'].includes(category.value)) return false;
  // CMS's converter refuses anything else in the activities section of QRDA III (code 45).
  if (submission.format === 'qrda3' && category.value === 'ia') return false;
  return measure.category !== category.value;
}

function unknownId(
  id: string,
  { catalog, catalogs, performanceYear }: RuleContext,
): Pick<Problem, 'message'> {
  const base = `${performanceYear} has no measure "${id}".`;
  const found = newestWith(id, catalogs);
  if (found === undefined) return { message: `${base} No other year has it either.` };
  const successor = measureSuccessor(found.measure, catalog);
  const now =
    successor === undefined ? '' : ` Its successor in ${performanceYear} is ${successor.measureId}.`;
  const direction = found.performanceYear > performanceYear ? 'It exists in' : 'It was valid last in';
  return { message: `${base} ${direction} ${found.performanceYear} (${found.measure.title}).${now}` };
}

function newestWith(
  id: string,
  catalogs: RuleContext['catalogs'],
): { readonly measure: Measure; readonly performanceYear: number } | undefined {
  for (const performanceYear of catalogs.years.toReversed()) {
    const measure = catalogs.year(performanceYear)?.measures.get(id);
    if (measure !== undefined) return { measure, performanceYear };
  }
  return undefined;
}

/** A misspelt id of the set's category, or the id that the measure has now. */
function idFixes(
  { value, span }: Sourced<string>,
  { category }: MeasurementSet,
  { catalog, catalogs }: RuleContext,
): ProposedFix[] {
  const key = value.trim().toUpperCase();
  if (key !== value && catalog.measures.has(key)) return [writeInstead(span, key)];
  const found = newestWith(value, catalogs);
  const successor = found && measureSuccessor(found.measure, catalog);
  if (successor) return [{ ...writeInstead(span, successor.measureId), isChoice: true }];
  // The ids of quality measures are numbers, and any other number is another measure.
  const isNumber = /^\d*$/.test(value);
  if (found || isNumber) return [];
  const ids = [...catalog.measures.values()].filter((measure) => measure.category === category?.value);
  const meant = closest(
    value,
    ids.map(({ measureId }) => measureId),
  );
  const isCertain = meant?.replace(/\W|_/g, '') === key.replace(/\W|_/g, '');
  return meant ? [{ ...writeInstead(span, meant), ...(!isCertain && { isChoice: true as const }) }] : [];
}
