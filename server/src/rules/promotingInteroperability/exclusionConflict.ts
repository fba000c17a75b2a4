import type { PiMeasure } from '../../catalog/catalog.ts';
import { piMeasure } from '../../catalog/piMeasure.ts';
import type { QppDocument } from '../../document/document.ts';
import { piSets } from '../../submission/measurements.ts';
import { removalChoices } from '../fixing/measurementEdits.ts';
import type { Problem, Rule } from '../rule.ts';
import type { PiReport } from './reports.ts';
import { reportsById } from './reports.ts';

/** A Promoting Interoperability measure is reported together with an exclusion from it. */
export const piExclusionConflict: Rule = {
  id: 'pi-exclusion-conflict',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS measures data of the year (exclusion of each Promoting Interoperability measure); QPP JSON documentation: a measure and its exclusion are not sent in one set',
  title: 'A measure is reported together with its own exclusion',
  documentation: `Some Promoting Interoperability measures can be excluded instead of reported: \`PI_LVPP_1\` stands for fewer than 100 prescriptions and replaces \`PI_EP_1\`, \`PI_LVOTC_1\` replaces \`PI_HIE_1\`, and so on. To report the measure *and* claim its exclusion is a contradiction, which the submission API refuses. Keep the one that is true.

An exclusion that is answered "no" is not claimed; it is a warning, since the measure data forbids the pair of ids whatever their values, but nothing in the file contradicts itself.`,
  *check(context) {
    for (const set of piSets(context.submission)) {
      const reports = reportsById(set);
      for (const [id, [measure]] of reports) {
        const definition = piMeasure(id, context.catalog);
        if (!definition || !measure) continue;
        for (const exclusionId of definition.exclusions) {
          const exclusion = reports.get(exclusionId)?.[0];
          if (exclusion) yield problem(measure, exclusion, definition, context.document);
        }
      }
    }
  },
};

function problem(
  measure: PiReport,
  exclusion: PiReport,
  definition: PiMeasure,
  document: QppDocument,
): Problem {
  const isClaimed = !(
    exclusion.measurement.kind === 'attestation' && exclusion.measurement.value?.value === false
  );
  return {
    span: exclusion.measureId.span,
    ...(!isClaimed && { severity: 'warning' as const }),
    message: `"${exclusion.measureId.value}" excludes "${measure.measureId.value}" (${definition.title}), which is reported too${isClaimed ? '' : '; it is answered "no", but the two ids may not stand in one set'}. Report the measure or claim its exclusion.`,
    related: [{ span: measure.measureId.span, message: 'The measure is reported here.' }],
    fixes: () => removalChoices(document, [exclusion.measureId, measure.measureId]),
  };
}
