import assert from 'node:assert/strict';
import { adjustment } from '../../../../server/src/scoring/estimate/adjustment.ts';
import { policyOf, score } from '../../../fixtures/scores.ts';
import { answer, measurementSet, qualityAtRate, submission } from '../../../fixtures/submissions.ts';

const data = (year: number, entityType = 'individual', programName?: string) =>
  submission(
    year,
    [
      measurementSet('quality', [qualityAtRate('236', 70)], programName ? { programName } : {}),
      measurementSet('ia', [answer('IA_PCMH', true)], programName ? { programName } : {}),
    ],
    { entityType },
  );

describe('the estimate', () => {
  it('takes cost as not scored and tells the range it could make', () => {
    const { weights, rangeWithCost, final } = score(data(2025)).estimate;
    assert.deepEqual(weights, { quality: 55, cost: 0, ia: 15, pi: 30 });
    assert.ok(rangeWithCost && final !== null && rangeWithCost.highest > rangeWithCost.lowest);
  });

  it('uses a cost score that is stated', () => {
    const { weights, contributions, rangeWithCost } = score(data(2025), { costPercent: 50 }).estimate;
    assert.deepEqual([weights.cost, contributions.cost, rangeWithCost], [30, 15, null]);
  });

  it('never scores cost for an APM entity', () => {
    const { weights, rangeWithCost } = score(data(2025, 'apm'), { costPercent: 50 }).estimate;
    assert.deepEqual([weights.cost, rangeWithCost], [0, null]);
  });

  it('weighs 50, 20 and 30 under the pathway', () => {
    assert.deepEqual(score(data(2025, 'apm', 'app1')).estimate.weights, {
      quality: 50,
      cost: 0,
      ia: 20,
      pi: 30,
    });
  });

  it('weighs a small practice without PI data by its own table', () => {
    const { weights } = score(data(2025), { smallPractice: true, costPercent: 0 }).estimate;
    assert.deepEqual(weights, { quality: 40, cost: 30, ia: 30, pi: 0 });
  });

  it('took cost out for everyone in 2020 and 2021', () => {
    for (const year of [2020, 2021]) {
      assert.equal(score(data(year), { costPercent: 80 }).estimate.weights.cost, 0);
    }
  });

  it('is the threshold when fewer than two categories are scored', () => {
    const only = submission(2023, [measurementSet('quality', [qualityAtRate('236', 70)])]);
    const { final, adjustment: band } = score(only, { extremeCircumstances: true }).estimate;
    assert.deepEqual([final, band?.band], [75, 'neutral']);
  });

  it('has no final score for Primary Care First', () => {
    const pcf = submission(2023, [
      measurementSet('quality', [qualityAtRate('236', 70)], { programName: 'pcf' }),
    ]);
    assert.equal(score(pcf).estimate.final, null);
  });

  it('names its assumptions', () => {
    const { assumptions } = score(data(2025)).estimate;
    assert.ok(assumptions.some((sentence) => sentence.startsWith('This is an estimate')));
    assert.ok(assumptions.includes('The practice is not small.'));
    assert.ok(assumptions.includes('The files hold no PI data, which scores 0.'));
  });
});

describe('the payment adjustment', () => {
  const percentAt = (year: number, finalScore: number) =>
    adjustment(finalScore, year, policyOf(year).final).percent;

  it('is the full penalty up to a quarter of the threshold', () => {
    assert.equal(percentAt(2025, 18.75), -9);
    assert.equal(percentAt(2019, 7.5), -7);
  });

  it('shrinks in a straight line towards the threshold', () => {
    assert.equal(percentAt(2025, 50), -3);
    assert.equal(percentAt(2025, 75), 0);
  });

  it('is unknown above the threshold, where CMS’s budget decides', () => {
    assert.equal(percentAt(2025, 80), null);
    assert.equal(adjustment(90, 2022, policyOf(2022).final).band, 'exceptional');
    assert.equal(adjustment(90, 2023, policyOf(2023).final).band, 'positive');
  });
});
