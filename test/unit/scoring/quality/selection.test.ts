import assert from 'node:assert/strict';
import {
  bestByMeasure,
  type Candidate,
  selectMeasures,
} from '../../../../server/src/scoring/quality/selection.ts';

function candidate(measureId: string, points: number, fields: Partial<Candidate> = {}): Candidate {
  return {
    measureId,
    collectionType: 'registry',
    points,
    isOutcome: false,
    isHighPriority: false,
    ...fields,
  };
}

const outcome = { isOutcome: true, isHighPriority: true };
const idsOf = (picked: readonly Candidate[]) => picked.map(({ measureId }) => measureId);

describe('selectMeasures', () => {
  it('picks the best outcome measure first, then the best others', () => {
    const all = [
      candidate('901', 10),
      candidate('902', 4, outcome),
      candidate('903', 3, outcome),
      candidate('904', 8),
    ];
    assert.deepEqual(idsOf(selectMeasures(all, 3).picked), ['902', '901', '904']);
  });

  it('takes a high priority measure in place of an outcome measure', () => {
    const all = [candidate('901', 10), candidate('902', 2, { isHighPriority: true })];
    assert.equal(selectMeasures(all, 2).required?.measureId, '902');
  });

  it('leaves a place empty without outcome or high priority measure', () => {
    const all = ['901', '902', '903'].map((id) => candidate(id, 5));
    assert.deepEqual(idsOf(selectMeasures(all, 3).picked), ['901', '902']);
  });

  it('fills every place where no outcome measure applies', () => {
    const all = ['901', '902'].map((id) => candidate(id, 5));
    assert.deepEqual(idsOf(selectMeasures(all, 2, false).picked), ['901', '902']);
  });

  it('prefers the lower id at equal points', () => {
    const all = [candidate('904', 5), candidate('903', 5), candidate('901', 1, outcome)];
    assert.deepEqual(idsOf(selectMeasures(all, 2).picked), ['901', '903']);
  });

  it('picks nothing when there are no places', () => {
    assert.deepEqual(selectMeasures([candidate('901', 5, outcome)], 0).picked, []);
  });
});

describe('bestByMeasure', () => {
  it('keeps the collection type with the most points', () => {
    const all = [candidate('901', 5), candidate('901', 6.9, { collectionType: 'claims' })];
    assert.deepEqual(
      bestByMeasure(all).map(({ collectionType }) => collectionType),
      ['claims'],
    );
  });
});
