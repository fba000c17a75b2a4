import assert from 'node:assert/strict';
import type { QualityMeasure } from '../../../../server/src/catalog/catalog.ts';
import { expandMeasure } from '../../../../server/src/catalog/records.ts';
import type { QualityRecord } from '../../../../server/src/catalog/yearFiles.ts';
import { measureResult } from '../../../../server/src/scoring/quality/measureResult.ts';
import { type Counts, nonProportion, quality } from '../../../fixtures/submissions.ts';

function measure(fields: Partial<QualityRecord> = {}): QualityMeasure {
  const record = { measureId: '901', category: 'quality', title: '', metricType: '', ...fields } as const;
  return expandMeasure(record) as QualityMeasure;
}

function resultOf(counts: Counts | readonly Counts[], fields: Partial<QualityRecord> = {}, decimals = 2) {
  return measureResult(quality('901', counts), measure(fields), decimals);
}

const two: readonly Counts[] = [
  { name: 'a', met: 50, notMet: 50 },
  { name: 'b', met: 30, notMet: 0, eligible: 40 },
];

describe('measureResult', () => {
  it('leaves exclusions and exceptions out of the rate but counts them as reported', () => {
    const result = resultOf({ met: 3, notMet: 1, exclusions: 4, exceptions: 2 });
    assert.deepEqual([result.performanceRate, result.dataCompleteness, result.caseCount], [75, 100, 10]);
  });

  it('rounds the rate half up, to as many decimals as the year', () => {
    assert.equal(resultOf({ met: 120, notMet: 36 }).performanceRate, 76.92);
    assert.equal(resultOf({ met: 120, notMet: 36 }, {}, 4).performanceRate, 76.9231);
  });

  it('has no rate when everybody is excluded', () => {
    assert.equal(resultOf({ met: 0, notMet: 0, exclusions: 9 }).performanceRate, null);
  });

  it('averages the rates of strata and takes the largest as case count (simpleAverage)', () => {
    const result = resultOf(two, { overallAlgorithm: 'simpleAverage' });
    assert.deepEqual([result.performanceRate, result.caseCount], [75, 100]);
  });

  it('adds strata up (weightedAverage)', () => {
    const result = resultOf(two, { overallAlgorithm: 'weightedAverage' });
    assert.deepEqual([result.performanceRate, result.caseCount], [61.54, 140]);
    assert.equal(result.dataCompleteness, 92.86);
  });

  it('adds the unnamed denominators of a single-rate measure up', () => {
    const unnamed = two.map(({ name: _, ...counts }) => counts);
    assert.equal(resultOf(unnamed).performanceRate, 61.54);
  });

  it('leaves a stratum named overall out of averages', () => {
    const strata = [...two, { name: 'overall', met: 0, notMet: 1000 }];
    assert.equal(resultOf(strata, { overallAlgorithm: 'simpleAverage' }).performanceRate, 75);
  });

  it('takes the stratum named overall alone (overallStratumOnly)', () => {
    const strata = [...two, { name: 'overall', met: 10, notMet: 30 }];
    const result = resultOf(strata, { overallAlgorithm: 'overallStratumOnly' });
    assert.deepEqual([result.performanceRate, result.caseCount], [25, 40]);
  });

  it('has no rate without the stratum that makes it', () => {
    assert.equal(resultOf(two, { overallAlgorithm: 'overallStratumOnly' }).performanceRate, null);
  });

  it('rates the performance stratum and completes by the reporting one (split)', () => {
    const strata = [
      { name: 'reporting', met: 80, notMet: 0, eligible: 100 },
      { name: 'performance', met: 30, notMet: 10 },
      { name: 'combinedPopulations', met: 1, notMet: 99 },
    ];
    const result = resultOf(strata, { overallAlgorithm: 'split' });
    assert.deepEqual([result.performanceRate, result.dataCompleteness, result.caseCount], [75, 80, 100]);
  });

  it('takes the rate a QCDR states, and its case count without exclusions', () => {
    const measurement = quality('901', { met: 1, notMet: 1, exclusions: 8 }, { performanceRate: 88.5 });
    const result = measureResult(measurement, measure({ isRegistryMeasure: true }), 2);
    assert.deepEqual([result.performanceRate, result.caseCount], [88.5, 2]);
  });

  it('does not take a rate stated for a MIPS measure', () => {
    const measurement = quality('901', { met: 1, notMet: 1 }, { performanceRate: 88.5 });
    assert.equal(measureResult(measurement, measure(), 2).performanceRate, 50);
  });

  it('takes the numerator of a non-proportion measure as its value', () => {
    const value = { numerator: 171.5, denominator: 200, observationInstances: 150 };
    const result = measureResult(nonProportion('901', value), measure(), 2);
    assert.deepEqual([result.performanceRate, result.dataCompleteness, result.caseCount], [171.5, 75, 200]);
  });

  it('has no value for a non-proportion measure without observations', () => {
    const value = { numerator: 0, denominator: 200, observationInstances: 0 };
    assert.equal(measureResult(nonProportion('901', value), measure(), 2).performanceRate, null);
  });
});
