import { type JsonObject, jsonObject } from './qppJson.ts';
import type { Measurement, QualityMeasurement, Stratum } from './submission.ts';

/** One entry of `measurements`, its keys in the order in which CMS's converter writes them. */
export function encodeMeasurement(measurement: Measurement): JsonObject {
  return jsonObject({ measureId: measurement.measureId?.value, value: encodeValue(measurement) });
}

function encodeValue(measurement: Measurement): JsonObject | boolean | undefined {
  switch (measurement.kind) {
    case 'quality':
      return encodeQuality(measurement);
    case 'proportion':
      return jsonObject({
        numerator: measurement.numerator?.value,
        denominator: measurement.denominator?.value,
      });
    case 'nonProportion':
      return jsonObject({
        isEndToEndReported: measurement.isEndToEndReported,
        numerator: measurement.numerator?.value,
        denominator: measurement.denominator?.value,
        observationInstances: measurement.observationInstances?.value,
        denominatorException: measurement.denominatorException?.value,
        numeratorExclusion: measurement.numeratorExclusion?.value,
      });
    case 'attestation':
      return measurement.value?.value;
    case 'unreadable':
      return undefined;
  }
}

function encodeQuality(measurement: QualityMeasurement): JsonObject {
  const { isEndToEndReported, isMultiStratum, strata } = measurement;
  if (!isMultiStratum) return { isEndToEndReported, ...encodeStratum(strata[0]) };
  const encoded = strata.map(encodeStratum).filter((stratum) => Object.keys(stratum).length > 0);
  return jsonObject({ isEndToEndReported, strata: encoded });
}

function encodeStratum(stratum: Stratum | undefined): JsonObject {
  if (stratum === undefined) return {};
  return jsonObject({
    performanceMet: stratum.performanceMet?.value,
    ...exclusionsOf(stratum),
    performanceNotMet: stratum.performanceNotMet?.value,
    eligiblePopulation: stratum.eligiblePopulation?.value,
    stratum: stratum.name?.value,
  });
}

function exclusionsOf(stratum: Stratum) {
  return {
    eligiblePopulationExclusion: stratum.eligiblePopulationExclusion?.value,
    eligiblePopulationException: stratum.eligiblePopulationException?.value,
  };
}

/** The value of a measure whose population sets the converter adds up: the same counts in another order. */
export function encodeSummedMeasurement(measurement: QualityMeasurement): JsonObject {
  const sum = measurement.strata[0];
  return jsonObject({
    measureId: measurement.measureId?.value,
    value: jsonObject({
      isEndToEndReported: measurement.isEndToEndReported,
      performanceMet: sum?.performanceMet?.value,
      performanceNotMet: sum?.performanceNotMet?.value,
      eligiblePopulation: sum?.eligiblePopulation?.value,
      ...(sum && exclusionsOf(sum)),
    }),
  });
}
