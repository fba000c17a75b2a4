import type { Benchmark, Measure, PiMeasure, QualityMeasure, YearCatalog } from '../../catalog/catalog.ts';
import { POPULATION_ROLES } from '../../catalog/populations.ts';
import { codeOfRole } from '../../qrda3/populationCodes.ts';
import { decileBar } from './decileBar.ts';

/** Collection types by the name users know, with CMS's submission method behind. */
const COLLECTION_TYPES: Readonly<Record<string, string>> = {
  electronicHealthRecord: 'eCQM',
  registry: 'MIPS CQM / QCDR',
  claims: 'Medicare Part B claims',
  cmsWebInterface: 'CMS Web Interface',
  administrativeClaims: 'administrative claims',
  certifiedSurveyVendor: 'CAHPS survey',
};

/** All that CMS publishes about a measure in a year, as Markdown. */
export function measureCard(measure: Measure, catalog: YearCatalog): string {
  const heading = `**${heading1(measure)}**  \n${measure.title}`;
  const facts =
    measure.category === 'pi'
      ? piFacts(measure)
      : measure.category === 'ia'
        ? activityFacts(measure)
        : qualityFacts(measure);
  const benchmarks = measure.category === 'quality' ? benchmarkLines(measure, catalog) : [];
  return [
    heading,
    [...facts, programs(measure), `Performance year ${catalog.performanceYear}`].filter(Boolean).join('  \n'),
    benchmarks.join('  \n'),
    specificationLinks(measure),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function heading1(measure: Measure): string {
  const ecqm = measure.category === 'quality' ? measure.eMeasureId : null;
  return ecqm ? `${ecqm} · ${measure.measureId}` : measure.measureId;
}

function qualityFacts(measure: QualityMeasure): string[] {
  const kind = [
    words(measure.measureType ?? measure.metricType),
    measure.isHighPriority && 'high priority',
    measure.isInverse && 'inverse (lower is better)',
    measure.isRegistryMeasure && 'QCDR measure',
  ];
  const methods = measure.submissionMethods.map((method) => COLLECTION_TYPES[method] ?? method).join(', ');
  const named = measure.strata.flatMap(({ name }) => name ?? []);
  return [
    kind.filter(Boolean).join(' · '),
    methods && `Collection types: ${methods}`,
    named.length > 0
      ? `Strata: ${named.join(', ')}${measure.overallAlgorithm ? ` (${words(measure.overallAlgorithm)})` : ''}`
      : '',
    populationLine(measure),
    measure.clinicalGuidelineChanged.length > 0
      ? `Suppressed (guideline change) for: ${measure.clinicalGuidelineChanged.join(', ')}`
      : '',
    measure.icdImpacted.length > 0
      ? `Cut to nine months (ICD-10 change) for: ${measure.icdImpacted.join(', ')}`
      : '',
  ].filter(Boolean);
}

/** `Populations: IPOP, DENOM, DENEX, NUMER`, for each rate where they differ. */
function populationLine({ strata }: QualityMeasure): string {
  const sets = strata.flatMap(({ populations }) =>
    populations
      ? [
          POPULATION_ROLES.filter((role) => populations[role] !== null)
            .map(codeOfRole)
            .join(', '),
        ]
      : [],
  );
  const distinct = [...new Set(sets)];
  if (distinct.length === 0) return '';
  return `Populations: ${distinct.join('; ')}${sets.length > 1 ? ` (${sets.length} rates)` : ''}`;
}

function piFacts(measure: PiMeasure): string[] {
  return [
    ['Promoting Interoperability', measure.objective && words(measure.objective), measure.reportingCategory]
      .filter(Boolean)
      .join(' · '),
    measure.metricType === 'proportion' ? 'Reported as numerator and denominator' : 'Reported as yes or no',
    measure.exclusions.length > 0 ? `Exclusions: ${measure.exclusions.join(', ')}` : '',
    measure.substitutes.length > 0 ? `Not together with: ${measure.substitutes.join(', ')}` : '',
    measure.activeEngagement.length > 0
      ? `Level of active engagement: ${measure.activeEngagement.join(' or ')}`
      : '',
  ].filter(Boolean);
}

function activityFacts(measure: Extract<Measure, { category: 'ia' }>): string[] {
  return [
    [
      'Improvement activity',
      measure.subcategory && words(measure.subcategory),
      measure.weight && `${measure.weight} weight`,
    ]
      .filter(Boolean)
      .join(' · '),
  ];
}

function programs({ allowedPrograms }: Measure): string {
  return allowedPrograms.length > 0 ? `Programs: ${allowedPrograms.join(', ')}` : '';
}

function benchmarkLines(measure: QualityMeasure, catalog: YearCatalog): string[] {
  const lines = measure.submissionMethods.flatMap((method) => {
    const benchmark = catalog.benchmark(measure.measureId, method);
    return benchmark?.isHistorical ? [benchmarkLine(benchmark, measure)] : [];
  });
  return lines.length > 0 ? lines : ['No historical benchmark'];
}

function benchmarkLine(benchmark: Benchmark, { sevenPointCapRemoved }: QualityMeasure): string {
  const label = COLLECTION_TYPES[benchmark.submissionMethod] ?? benchmark.submissionMethod;
  const isCapLifted = sevenPointCapRemoved.includes(benchmark.submissionMethod);
  const topped = benchmark.isToppedOutByProgram
    ? ` · topped out, ${isCapLifted ? 'the cap of 7 points lifted' : '7 points at most'}`
    : benchmark.isToppedOut
      ? ' · topped out'
      : '';
  return `Benchmark ${benchmark.benchmarkYear}, ${label}: \`${decileBar(benchmark)}\`${topped}`;
}

function specificationLinks({ specifications }: Measure): string {
  return Object.entries(specifications)
    .map(
      ([method, link]) =>
        `[Specification${method === 'default' ? '' : `: ${COLLECTION_TYPES[method] ?? method}`}](${encodeURI(decodeURI(link))})`,
    )
    .join(' · ');
}

/** `intermediateOutcome` → `intermediate outcome`. */
function words(identifier: string): string {
  return identifier.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
