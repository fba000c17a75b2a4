import assert from 'node:assert/strict';
import {
  type BonusMeasure,
  complexOrganizationBonus,
  endToEndBonus,
  highPriorityBonus,
  smallPracticeBonus,
} from '../../../../server/src/scoring/quality/bonuses.ts';
import { policyOf } from '../../../fixtures/scores.ts';

function measure(measureId: string, fields: Partial<BonusMeasure> = {}): BonusMeasure {
  return {
    measureId,
    collectionType: 'electronicHealthRecord',
    points: 5,
    isCounted: true,
    isHighPriority: true,
    isOutcomeOrExperience: false,
    isEndToEndReported: true,
    meetsCaseMinimum: true,
    isComplete: true,
    hasPerformance: true,
    ...fields,
  };
}

const { quality: policy2021 } = policyOf(2021);
const { quality: policy2025 } = policyOf(2025);

describe('highPriorityBonus', () => {
  it('gives 2 for an outcome and 1 for another high priority measure, but none for the required one', () => {
    const measures = [measure('901'), measure('902'), measure('903', { isOutcomeOrExperience: true })];
    assert.equal(highPriorityBonus(measures, '901', policy2021, 60).points, 3);
  });

  it('counts measures that do not count otherwise', () => {
    const measures = [measure('901'), measure('902', { isCounted: false })];
    assert.equal(highPriorityBonus(measures, '901', policy2021, 60).points, 1);
  });

  it('needs 20 cases, complete data and some performance', () => {
    const measures = [
      measure('902', { meetsCaseMinimum: false }),
      measure('903', { isComplete: false }),
      measure('904', { hasPerformance: false }),
    ];
    assert.equal(highPriorityBonus(measures, '901', policy2021, 60).points, 0);
  });

  it('is capped at a tenth of the denominator and ended with 2021', () => {
    const measures = ['902', '903', '904', '905'].map((id) => measure(id, { isOutcomeOrExperience: true }));
    assert.equal(highPriorityBonus(measures, '901', policy2021, 60).points, 6);
    assert.equal(highPriorityBonus(measures, '901', policy2025, 60).points, 0);
  });
});

describe('endToEndBonus', () => {
  it('gives a point for each measure, capped at a tenth of the denominator', () => {
    assert.equal(endToEndBonus([measure('901'), measure('902')], policy2021, 60).points, 2);
    assert.equal(endToEndBonus([measure('901'), measure('902')], policy2021, 10).points, 1);
  });
});

describe('smallPracticeBonus', () => {
  it('gives a small practice 6 points once it sends a measure', () => {
    assert.equal(smallPracticeBonus(1, true, policy2025).points, 6);
    assert.equal(smallPracticeBonus(0, true, policy2025).points, 0);
    assert.equal(smallPracticeBonus(6, false, policy2025).points, 0);
  });
});

describe('complexOrganizationBonus', () => {
  it('gives APM entities and virtual groups a point for each complete eCQM, up to 10 for the measure', () => {
    const measures = [measure('901'), measure('902', { points: 9.5 }), measure('903', { points: 10 })];
    assert.equal(complexOrganizationBonus(measures, 'apm', policy2025, 60).points, 1.5);
    assert.equal(complexOrganizationBonus(measures, 'virtualGroup', policy2025, 60).points, 1.5);
  });

  it('gives nothing to groups, for other collection types, or before 2025', () => {
    assert.equal(complexOrganizationBonus([measure('901')], 'group', policy2025, 60).points, 0);
    const registry = [measure('901', { collectionType: 'registry' })];
    assert.equal(complexOrganizationBonus(registry, 'apm', policy2025, 60).points, 0);
    assert.equal(complexOrganizationBonus([measure('901')], 'apm', policyOf(2024).quality, 60).points, 0);
  });
});
