import type { YearCatalog } from '../../catalog/catalog.ts';
import type { Qrda3Document } from '../../document/document.ts';
import { countsOfRate, type RateCounts } from '../../qrda3/rateCounts.ts';
import type { ProportionMeasurement, QualityMeasurement, ReportedRate } from '../../submission/submission.ts';
import type { Span } from '../../text/span.ts';
import { elementAt } from '../../xml/locate.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { percentText } from '../rateText.ts';
import { measureRates } from './measureRates.ts';

/**
 * What the counts of a measure amount to, at its reference and at each of its counts; at a rate of the file, that rate
 * worked out anew. `null` where an offset is at none of these.
 */
export function rateHover(
  { xml, submission }: Qrda3Document,
  offset: number,
  catalog: YearCatalog,
): string | null {
  const element = elementAt(xml, offset);
  const organizer = element && organizerAround(element);
  if (!organizer) return null;
  for (const { measurements } of submission.measurementSets) {
    for (const measurement of measurements) {
      if (measurement.span.start !== organizer.start + 1) continue;
      if (measurement.kind === 'quality') return qualityText(measurement, element, offset, catalog);
      return measurement.kind === 'proportion' ? proportionText(measurement, element, offset) : null;
    }
  }
  return null;
}

function organizerAround(element: XmlElement): XmlElement | null {
  let at: XmlElement | null = element;
  while (at && at.local !== 'organizer') at = at.parent;
  return at;
}

function qualityText(
  measurement: QualityMeasurement,
  element: XmlElement,
  offset: number,
  catalog: YearCatalog,
): string | null {
  const rate = measurement.reportedRates.find(({ span, rate: value, numeratorGuid }) =>
    [span, value?.span, numeratorGuid?.span].some((place) => place && holds(place, offset)),
  );
  if (rate) return reportedText(rate, countsOfRate(rate, measurement, catalog));
  const isAtCount = measurement.populations.some(({ count }) => count && holds(count.span, offset));
  return isAtCount || isReference(element) ? measureRates(measurement, catalog) : null;
}

function proportionText(
  { numerator, denominator }: ProportionMeasurement,
  element: XmlElement,
  offset: number,
): string | null {
  if (!numerator || !denominator || denominator.value <= 0) return null;
  const isAtCount = holds(numerator.span, offset) || holds(denominator.span, offset);
  if (!isAtCount && !isReference(element)) return null;
  const rate = percentText((100 * numerator.value) / denominator.value);
  return `Performance rate: ${rate} (${numerator.value} of ${denominator.value})`;
}

/** The name of the measure's own id, or of the elements around it. */
function isReference({ local, parent }: XmlElement): boolean {
  return local === 'organizer' || local === 'externalDocument' || parent?.local === 'externalDocument';
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function reportedText({ rate, nullFlavor }: ReportedRate, counts: RateCounts | null): string | null {
  if (!counts) return null;
  const { numerator, denominator, exclusions, exceptions, rest } = counts;
  const worked = rest === 0 ? null : numerator / rest;
  const formula = `NUMER ${numerator} / (DENOM ${denominator} − DENEX ${exclusions} − DENEXCEP ${exceptions})`;
  const written =
    rate === null ? (nullFlavor === null ? null : `nullFlavor ${nullFlavor}`) : String(rate.value);
  const result = worked === null ? 'none, as nothing is left of the denominator' : decimal(worked);
  return [
    `Performance rate by the counts: ${result}${worked === null ? '' : ` (${percentText(100 * worked)})`}`,
    formula,
    ...(written === null ? [] : [`In the file: ${written}`]),
  ].join('  \n');
}

/** The guide gives rates as decimals from 0 to 1. */
function decimal(rate: number): string {
  return String(Number(rate.toFixed(6)));
}
