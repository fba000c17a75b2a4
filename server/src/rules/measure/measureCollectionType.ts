import type { CollectionMethod, QualityMeasure } from '../../catalog/catalog.ts';
import type { MeasurementSet } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

const NAMES: Readonly<Record<CollectionMethod, string>> = {
  claims: 'Medicare Part B claims',
  registry: 'registry (MIPS CQM or QCDR)',
  electronicHealthRecord: 'electronicHealthRecord (eCQM)',
  cmsWebInterface: 'CMS Web Interface',
  administrativeClaims: 'administrative claims',
  certifiedSurveyVendor: 'certified survey vendor',
};

/** A quality measure is reported by a way it is not specified for. */
export const measureCollectionType: Rule = {
  id: 'measure-collection-type',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source: 'QPP submission API; CMS measures data: submissionMethods',
  title: 'A measure without specification for this collection type',
  documentation: `A quality measure is specified for certain collection types: eCQM (\`electronicHealthRecord\`), MIPS CQM or QCDR measure (\`registry\`), claims and others. Only the first two can be uploaded. The submission API refuses a measure in a set of a method it is not specified for.`,
  *check(context) {
    for (const set of context.submission.measurementSets) {
      if (set.category?.value !== 'quality' || set.submissionMethod === null) continue;
      yield* checkSet(set, set.submissionMethod.value, context);
    }
  },
};

function* checkSet(
  set: MeasurementSet,
  method: string,
  { catalog, performanceYear }: RuleContext,
): Iterable<Problem> {
  if (!isMethod(method)) return;
  for (const { measureId } of set.measurements) {
    const measure = measureId === null ? undefined : catalog.measures.get(measureId.value);
    if (measureId === null || measure?.category !== 'quality' || measure.submissionMethods.includes(method))
      continue;
    yield wrongMethod(measureId, measure, method, performanceYear);
  }
}

/** Other methods cannot be uploaded at all, which is told at the method itself. */
function isMethod(name: string): name is CollectionMethod {
  return name === 'registry' || name === 'electronicHealthRecord';
}

function wrongMethod(
  measureId: Sourced<string>,
  measure: QualityMeasure,
  method: CollectionMethod,
  year: number,
): Problem {
  const specified = measure.submissionMethods.map((name) => NAMES[name]).join(', ');
  return {
    span: measureId.span,
    message: `Measure ${measure.measureId} (${measure.title}) is not specified for ${NAMES[method]} in ${year}, only for ${specified}.`,
  };
}
