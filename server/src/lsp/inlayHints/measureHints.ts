import type { Catalogs, Measure, YearCatalog } from '../../catalog/catalog.ts';
import { strataOf } from '../../qrda3/decode/measureLookup.ts';
import type { Measurement, QualityMeasurement } from '../../submission/submission.ts';
import type { Sourced, Span } from '../../text/span.ts';
import { guidName, meantMeasure, measureName } from '../measureNames.ts';
import type { InlayHintSettings } from '../protocol.ts';
import { percentText, stratumText } from '../rateText.ts';
import { behindQuote, type Hint } from './hint.ts';

/** What the hints of a measurement are made from. */
export interface MeasureHintSource {
  readonly text: string;
  readonly catalog: YearCatalog;
  readonly catalogs: Catalogs;
  readonly kinds: InlayHintSettings;
}

/** Name behind the measure's id, role behind each population's GUID, rate behind the count that meets it. */
export function measureHints(measurement: Measurement, source: MeasureHintSource): Hint[] {
  const { kinds, catalog, catalogs, text } = source;
  const meant = meantMeasure(measurement, catalog, catalogs);
  const { measure } = meant ?? {};
  return [
    ...(kinds.measureNames && meant ? nameHint(measurement, meant.measure, meant.otherYear, text) : []),
    ...(kinds.populationRoles && measure && measurement.kind === 'quality'
      ? roleHints(measurement, measure, text)
      : []),
    ...(kinds.rates ? rateHints(measurement, measure, text) : []),
  ];
}

function nameHint(
  { guid, measureId }: Measurement,
  measure: Measure,
  otherYear: number | null,
  text: string,
): Hint[] {
  const written = guid ?? measureId;
  if (!written) return [];
  const name = measureName(measure);
  // What stands there need not be said again.
  const own = `${written.value} · `;
  const short = name.startsWith(own) ? name.slice(own.length) : name;
  const label = otherYear === null ? short : `${otherYear}: ${short}`;
  return [{ offset: behindQuote(text, written.span.end), label, tooltip: name }];
}

function roleHints(
  { populations, reportedRates }: QualityMeasurement,
  measure: Measure,
  text: string,
): Hint[] {
  const guids: readonly (Sourced<string> | null)[] = [
    ...populations.flatMap(({ guid, reportingStrata }) => [
      guid,
      ...reportingStrata.map((stratum) => stratum.guid),
    ]),
    ...reportedRates.map(({ numeratorGuid }) => numeratorGuid),
  ];
  return guids.flatMap((guid) => {
    const label = guid && guidName(guid.value, measure);
    return guid && label ? [{ offset: behindQuote(text, guid.span.end), label }] : [];
  });
}

function rateHints(measurement: Measurement, measure: Measure | undefined, text: string): Hint[] {
  if (measurement.kind === 'proportion') {
    const { numerator, denominator } = measurement;
    if (!numerator || !denominator || denominator.value <= 0) return [];
    return hintBehindCount(numerator.span, percentText((100 * numerator.value) / denominator.value), text);
  }
  if (measurement.kind !== 'quality') return [];
  // Some eCQMs have several population sets of one rate: CMS adds their counts up.
  const isSum =
    measurement.guid !== null && !measurement.isMultiStratum && measure && strataOf(measure).length > 1;
  return measurement.strata.flatMap((stratum) => {
    const label = stratumText(stratum);
    return stratum.performanceMet && label !== percentText(null)
      ? hintBehindCount(stratum.performanceMet.span, isSum ? `${label}, all rates added up` : label, text)
      : [];
  });
}

/** Some counts stand nowhere in the file: their place is then a name, behind which a rate would say nothing. */
function hintBehindCount({ start, end }: Span, label: string, text: string): Hint[] {
  const isWritten = /^\s*\d+\s*$/.test(text.slice(start, end));
  return isWritten ? [{ offset: behindQuote(text, end), label }] : [];
}
