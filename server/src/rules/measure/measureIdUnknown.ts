import type { Measure, YearCatalog } from '../../catalog/catalog.ts';
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

While CMS still works on the data of a year, and has published no eCQM ids for it, an unknown id is a warning.

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

function unknownId(id: string, context: RuleContext): Pick<Problem, 'message' | 'severity'> {
  const { catalog, performanceYear } = context;
  const base = `${performanceYear} has no measure "${id}".`;
  const meant = writtenOtherwise(id, catalog);
  if (meant !== undefined) return { message: `${base} "${meant}" is meant.` };
  const doubt = isPreliminary(context) ? ` CMS's data for ${performanceYear} are preliminary.` : '';
  const severity = doubt === '' ? {} : ({ severity: 'warning' } as const);
  const found = nearestWith(id, context);
  if (found === undefined) return { message: `${base} No other year has it either.${doubt}`, ...severity };
  const successor = measureSuccessor(found.measure, catalog);
  const now =
    successor === undefined ? '' : ` Its successor in ${performanceYear} is ${successor.measureId}.`;
  const when =
    found.performanceYear > performanceYear
      ? `It exists from ${found.performanceYear} on`
      : `It was valid last in ${found.performanceYear}`;
  return { message: `${base} ${when} (${found.measure.title}).${now}${doubt}`, ...severity };
}

/** The id in another spelling: blanks around it, other case, leading zeros too many or too few. */
function writtenOtherwise(id: string, { measures }: YearCatalog): string | undefined {
  const plain = id.trim().toUpperCase();
  const number = /^0*(\d{1,3})$/.exec(plain)?.[1];
  const spelt = number === undefined ? plain : number.padStart(3, '0');
  return spelt !== id && measures.has(spelt) ? spelt : undefined;
}

/** Whether CMS still works on the list: neither the year nor a later one has its eCQM ids yet. */
function isPreliminary({ catalogs, performanceYear }: RuleContext): boolean {
  return !catalogs.years.some((year) => year >= performanceYear && catalogs.year(year)?.hasGuids);
}

/** The last year before that has the id, else the first one after. */
function nearestWith(
  id: string,
  { catalogs, performanceYear: own }: RuleContext,
): { readonly measure: Measure; readonly performanceYear: number } | undefined {
  const before = catalogs.years.filter((year) => year < own).toReversed();
  const after = catalogs.years.filter((year) => year > own);
  for (const performanceYear of [...before, ...after]) {
    const measure = catalogs.year(performanceYear)?.measures.get(id);
    if (measure !== undefined) return { measure, performanceYear };
  }
  return undefined;
}

/** A misspelt id of the set's category, or the id that the measure has now. */
function idFixes(
  { value, span }: Sourced<string>,
  { category }: MeasurementSet,
  context: RuleContext,
): ProposedFix[] {
  const { catalog } = context;
  const spelt = writtenOtherwise(value, catalog);
  if (spelt !== undefined) return [writeInstead(span, spelt)];
  const found = nearestWith(value, context);
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
  const letters = (id: string) => id.toUpperCase().replace(/\W|_/g, '');
  const isCertain = meant !== undefined && letters(meant) === letters(value);
  return meant ? [{ ...writeInstead(span, meant), ...(!isCertain && { isChoice: true as const }) }] : [];
}
