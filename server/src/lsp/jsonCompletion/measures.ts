import type { Measure, YearCatalog } from '../../catalog/catalog.ts';
import { isTakenBy } from '../../catalog/programMeasures.ts';
import type { JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { objectsIn } from '../../qppJson/shape.ts';
import { textAt } from '../../qppJson/sourcedValue.ts';

/**
 * The measures that a set can still report: of its category, specified for its method, taken by its program in the
 * year, and not in the set yet. A set that does not tell one of these is not filtered by it. `exceptIn`: the
 * measurement whose id is being written does not count as there.
 */
export function measuresFor(set: JsonObject, catalog: YearCatalog, exceptIn: JsonObject | null): Measure[] {
  const category = textAt(set, 'category')?.value ?? null;
  const method = textAt(set, 'submissionMethod')?.value ?? null;
  const program = textAt(set, 'programName')?.value ?? 'mips';
  const reported = new Set(
    objectsIn(member(set, 'measurements'))
      .filter((measurement) => measurement !== exceptIn)
      .map((measurement) => textAt(measurement, 'measureId')?.value),
  );
  return [...catalog.measures.values()].filter(
    (measure) =>
      isOfCategory(measure, category) &&
      isSpecifiedFor(measure, method) &&
      isTakenBy(measure, program) &&
      !reported.has(measure.measureId),
  );
}

function isOfCategory(measure: Measure, category: string | null): boolean {
  // Nobody uploads cost measures and surveys.
  if (measure.category === 'cost' || measure.metricType === 'cahps' || measure.metricType === 'costScore')
    return false;
  return category === null || measure.category === (category === 'aci' ? 'pi' : category);
}

function isSpecifiedFor(measure: Measure, method: string | null): boolean {
  if (measure.category !== 'quality') return true;
  const methods: readonly string[] = measure.submissionMethods;
  return method === null
    ? methods.includes('registry') || methods.includes('electronicHealthRecord')
    : methods.includes(method);
}
