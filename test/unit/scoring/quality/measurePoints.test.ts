import assert from 'node:assert/strict';
import type { Benchmark, QualityMeasure } from '../../../../server/src/catalog/catalog.ts';
import { expandBenchmark, expandMeasure } from '../../../../server/src/catalog/records.ts';
import type { QualityRecord } from '../../../../server/src/catalog/yearFiles.ts';
import type { MeasureCircumstances } from '../../../../server/src/scoring/quality/measureCircumstances.ts';
import { measurePoints } from '../../../../server/src/scoring/quality/measurePoints.ts';
import type { MeasureResult } from '../../../../server/src/scoring/quality/measureResult.ts';
import { policyOf } from '../../../fixtures/scores.ts';

function benchmark(fields: Partial<Benchmark> = {}): MeasureCircumstances['benchmark'] {
  const record = {
    measureId: '901',
    submissionMethod: 'registry',
    benchmarkYear: 2022,
    decileBounds: [1, 10, 20, 30, 40, 50, 60, 70, 80, 90],
  } as const;
  return { kind: 'historical', benchmark: { ...expandBenchmark(record, 2024), ...fields } };
}

const noBenchmark = { kind: 'none', reason: 'There is none', source: 'test' } as const;

interface Case {
  readonly year?: number;
  readonly result?: Partial<MeasureResult>;
  readonly measure?: Partial<QualityRecord>;
  readonly circumstances?: Partial<MeasureCircumstances>;
}

function pointsOf({ year = 2024, result = {}, measure = {}, circumstances = {} }: Case) {
  const record = { measureId: '901', category: 'quality', title: '', metricType: '', ...measure } as const;
  return measurePoints(
    expandMeasure(record) as QualityMeasure,
    {
      performanceRate: 95,
      dataCompleteness: 100,
      caseCount: 100,
      strata: [],
      lackingStratum: null,
      ...result,
    },
    {
      policy: policyOf(year).quality,
      performanceYear: year,
      collectionType: 'registry',
      smallPractice: false,
      isApp: false,
      yearInMips: null,
      benchmark: benchmark(),
      ...circumstances,
    },
  );
}

const small = { smallPractice: true };

describe('measurePoints', () => {
  it('gives a measure of nobody no points, also where a QCDR states a rate; APP leaves it out', () => {
    const nobody = { performanceRate: 95, dataCompleteness: null, caseCount: 0 };
    const ofQcdr = pointsOf({ year: 2019, result: nobody });
    assert.deepEqual([ofQcdr.points, ofQcdr.reasonCode], [0, 'no-rate']);
    const inApp = pointsOf({ result: { ...nobody, performanceRate: null }, circumstances: { isApp: true } });
    assert.deepEqual([inApp.points, inApp.maxPoints], [null, 0]);
  });

  it('speaks of one point where it is one', () => {
    assert.match(
      pointsOf({ result: { performanceRate: 0.5 } }).reason,
      /is worth 1 point, the least there is/,
    );
  });

  it('compares a complete measure of 20 cases with its benchmark', () => {
    const { points, reasonCode } = pointsOf({ result: { caseCount: 20 } });
    assert.deepEqual([points, reasonCode], [10, 'benchmark']);
  });

  it('gives 19 cases nothing from 2023, and 3 points to a small practice', () => {
    const few = { result: { caseCount: 19 } };
    assert.equal(pointsOf(few).points, 0);
    assert.equal(pointsOf({ ...few, circumstances: small }).points, 3);
    assert.equal(pointsOf({ ...few, year: 2022 }).points, 3);
  });

  it('gives a measure without benchmark nothing from 2023, and 3 points to a small practice', () => {
    const circumstances = { benchmark: noBenchmark };
    assert.equal(pointsOf({ circumstances }).points, 0);
    assert.equal(pointsOf({ circumstances: { ...circumstances, ...small } }).points, 3);
    assert.equal(pointsOf({ year: 2020, circumstances }).points, 3);
  });

  it('gives incomplete data 1 point in 2019, nothing later, 3 points to a small practice', () => {
    const result = { dataCompleteness: 59.99 };
    assert.equal(pointsOf({ year: 2019, result }).points, 1);
    assert.equal(pointsOf({ year: 2020, result }).points, 0);
    assert.equal(pointsOf({ year: 2020, result, circumstances: small }).points, 3);
  });

  it('asks for 60, 70 and 75 % completeness by year', () => {
    const isComplete = (year: number, dataCompleteness: number) =>
      pointsOf({ year, result: { dataCompleteness } }).reasonCode !== 'incomplete';
    assert.deepEqual(
      [isComplete(2019, 60), isComplete(2023, 69.9), isComplete(2023, 70), isComplete(2024, 74.9)],
      [true, false, true, false],
    );
  });

  it('caps a measure topped out for two years at 7', () => {
    const toppedOut = { benchmark: benchmark({ isToppedOutByProgram: true }) };
    const { points, maxPoints, reasonCode } = pointsOf({ circumstances: toppedOut });
    assert.deepEqual([points, maxPoints, reasonCode], [7, 7, 'topped-out-cap']);
  });

  it('lifts the cap where CMS’s data lifts it, for that collection type only', () => {
    const circumstances = { benchmark: benchmark({ isToppedOutByProgram: true }) };
    assert.equal(pointsOf({ circumstances, measure: { sevenPointCapRemoved: ['registry'] } }).points, 10);
    assert.equal(pointsOf({ circumstances, measure: { sevenPointCapRemoved: ['claims'] } }).points, 7);
  });

  it('gives a measure in its first year 7 points without benchmark and at least 7 with one, from 2022', () => {
    const first = { yearInMips: 1 } as const;
    assert.equal(pointsOf({ circumstances: { ...first, benchmark: noBenchmark } }).points, 7);
    assert.equal(pointsOf({ circumstances: first, result: { performanceRate: 15 } }).points, 7);
    assert.equal(pointsOf({ circumstances: first }).points, 10);
    assert.equal(pointsOf({ year: 2021, circumstances: { ...first, benchmark: noBenchmark } }).points, 3);
  });

  it('gives a measure in its second year 5 points without benchmark', () => {
    assert.equal(pointsOf({ circumstances: { yearInMips: 2, benchmark: noBenchmark } }).points, 5);
  });

  it('takes a suppressed collection type out of the score', () => {
    const measure = { clinicalGuidelineChanged: ['registry'] };
    const { points, reasonCode } = pointsOf({ measure });
    assert.deepEqual([points, reasonCode], [null, 'suppressed']);
    assert.equal(pointsOf({ measure, circumstances: { collectionType: 'claims' } }).points, 10);
  });

  it('gives a measure without rate nothing, also where incomplete data is worth a point', () => {
    assert.equal(pointsOf({ year: 2019, result: { performanceRate: null } }).points, 0);
  });

  it('speaks of a value where the measure has no rate', () => {
    const { reason } = pointsOf({ measure: { metricType: 'nonProportion' } });
    assert.match(reason, /^The value 95 is in decile 10/);
  });

  it('names the stratum a rate would be taken from', () => {
    const result = { performanceRate: null, lackingStratum: 'overall' };
    assert.match(pointsOf({ result }).reason, /stratum overall, which was not sent/);
  });

  it('leaves a measure that cannot be compared out of the pathway’s score, incomplete data at 0', () => {
    const app = { isApp: true, smallPractice: true };
    assert.equal(pointsOf({ circumstances: { ...app, benchmark: noBenchmark } }).points, null);
    assert.equal(pointsOf({ circumstances: app, result: { dataCompleteness: 10 } }).points, 0);
  });

  it('marks a rate of 0 % as uncertain', () => {
    assert.equal(pointsOf({ result: { performanceRate: 0 } }).confidence, 'low');
  });
});
