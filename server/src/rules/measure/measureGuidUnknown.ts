import type { GuidMatch, QualityMeasure } from '../../catalog/catalog.ts';
import { ecqmSuccessor } from '../../catalog/successor.ts';
import { isConvertedAsApp, isConvertedAsMips } from '../../qrda3/programs.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { QualityMeasurement } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { counterpart } from './ecqm.ts';

/** A measure's GUID is not one of the performance year's eCQMs. */
export const measureGuidUnknown: Rule = {
  id: 'measure-guid-unknown',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS converter code 6; CMS QRDA III implementation guide, eCQM specifications (version-specific measure id); CMS measures data of the year',
  title: "The measure GUID is not one of the year's eCQMs",
  documentation: `A QRDA III measure is named by the GUID of one *version* of an eCQM, and every performance year has new versions. This rule fires when the GUID in \`externalDocument/id[@root="2.16.840.1.113883.4.738"]/@extension\` is none of the year's. The message says which year and measure it belongs to, and which GUID the same measure has this year.

CMS's converter refuses the file with error 6 when the program is a MIPS one. For APP and APP Plus it does not: it reports success and leaves the measurement sets out, so the data is lost without a word.

The fix replaces the measure's GUID and the GUIDs of all its populations together, because they change together. Check the counts against the new version's logic: a GUID is easily replaced, a measure's definition is not.

\`\`\`xml
<!-- 2024's GUID of CMS165 in a file for 2025 -->
<id root="2.16.840.1.113883.4.738" extension="2c928085-806c-39a2-0180-7092fa9b0145"/>
\`\`\``,
  *check(context) {
    if (!context.catalog.hasGuids) return;
    for (const measurement of qualityMeasurements(context.submission)) {
      const { guid } = measurement;
      if (!guid || isKnown(guid.value, context)) continue;
      yield problem(measurement, guid, context);
    }
  },
};

/** The converter also takes the plain id of a measure without eCQM for a GUID, and accepts it (measure data key). */
function isKnown(guid: string, { catalog }: RuleContext): boolean {
  if (catalog.byGuid.has(guid.toLowerCase())) return true;
  const byId = catalog.measures.get(guid);
  return byId?.category === 'quality' && byId.eMeasureId === null;
}

function problem(measurement: QualityMeasurement, guid: Sourced<string>, context: RuleContext): Problem {
  const [match] = context.catalogs.findMeasureGuid(guid.value);
  const replacement = match
    ? ecqmSuccessor(match.measure, context.catalog)
    : measureOfPopulations(measurement, context);
  const fix = replacement && fixFor(measurement, guid, match?.measure, replacement);
  return {
    span: guid.span,
    message: `${diagnosis(guid.value, match, context)} ${remedy(match, replacement, context)}${lossOf(context)}`,
    ...(isConvertedAsMips(context.submission) && { converterCode: 6 }),
    ...(fix && { fixes: [fix] }),
  };
}

function diagnosis(
  guid: string,
  match: GuidMatch | undefined,
  { performanceYear, catalogs }: RuleContext,
): string {
  if (match) {
    return `The measure GUID "${guid}" is ${match.performanceYear}'s ${match.measure.eMeasureId} (${match.measure.title}), not a measure of ${performanceYear}.`;
  }
  return `The measure GUID "${guid}" is not one of an eCQM of any year from ${catalogs.years[0]} to ${catalogs.years.at(-1)}.`;
}

function remedy(
  match: GuidMatch | undefined,
  replacement: QualityMeasure | undefined,
  { performanceYear }: RuleContext,
): string {
  if (replacement && match)
    return `In ${performanceYear} it is ${replacement.eMeasureId} with the GUID "${replacement.eMeasureGuid}".`;
  if (replacement) {
    return `By its populations the measure is ${replacement.eMeasureId} (${replacement.title}), whose GUID in ${performanceYear} is "${replacement.eMeasureGuid}".`;
  }
  if (match)
    return `${performanceYear} has no version of this measure: it can no longer be reported as an eCQM.`;
  return `Use the GUID that the ${performanceYear} specification of the measure gives.`;
}

function lossOf({ submission }: RuleContext): string {
  return isConvertedAsApp(submission)
    ? " CMS's converter does not refuse it in an APP file: it reports success and drops the data."
    : '';
}

/** The year's measure that most of the measurement's population GUIDs belong to, when its own GUID says nothing. */
function measureOfPopulations(
  measurement: QualityMeasurement,
  { catalog }: RuleContext,
): QualityMeasure | undefined {
  const votes = new Map<QualityMeasure, number>();
  for (const { value } of guidReferences(measurement)) {
    for (const measure of catalog.byGuid.values()) {
      if (counterpart(value, measure, measure)) votes.set(measure, (votes.get(measure) ?? 0) + 1);
    }
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] !== second?.[1] ? best[0] : undefined;
}

function fixFor(
  measurement: QualityMeasurement,
  guid: Sourced<string>,
  from: QualityMeasure | undefined,
  to: QualityMeasure,
): ProposedFix | undefined {
  if (!to.eMeasureGuid) return undefined;
  const edits = [{ span: guid.span, newText: to.eMeasureGuid }];
  for (const reference of from ? guidReferences(measurement) : []) {
    const newText = from && counterpart(reference.value, from, to);
    if (newText) edits.push({ span: reference.span, newText });
  }
  const populations = edits.length > 1 ? ` and ${edits.length - 1} population GUIDs` : '';
  return { title: `Replace the GUID by ${to.eMeasureId}'s${populations}`, edits };
}

/** Every GUID of a population that the measurement names, with its place; a GUID named twice comes twice. */
function guidReferences(measurement: QualityMeasurement): Sourced<string>[] {
  const guids = [
    ...measurement.populations.flatMap((population) => [
      population.guid,
      ...population.reportingStrata.map(({ guid }) => guid),
    ]),
    ...measurement.reportedRates.map(({ numeratorGuid }) => numeratorGuid),
  ];
  return guids.filter((guid) => guid !== null);
}
