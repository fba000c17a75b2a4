import assert from 'node:assert/strict';
import {
  isAnyChanged,
  readCounts,
  withChange,
  withoutTargets,
} from '../../../../client/src/scorePanel/whatIfChanges.ts';
import type { WhatIf } from '../../../../server/src/scoring/whatIf.ts';

const counts = (measureId: string, met: number, stratum?: string): WhatIf => ({
  measureId,
  collectionType: 'registry',
  ...(stratum !== undefined && { stratum }),
  value: { kind: 'counts', met, of: 10 },
});

describe('the what-if changes of the panel', () => {
  it('keep one change for each rate, the last one', () => {
    const changes = [counts('226', 1, 'a'), counts('226', 2, 'b'), counts('226', 3, 'a')].reduce<
      readonly WhatIf[]
    >(withChange, []);
    assert.deepEqual(changes, [counts('226', 3, 'a'), counts('226', 2, 'b')]);
  });

  it('are taken back by what they change', () => {
    const changes = [counts('226', 1, 'a'), counts('236', 2)];
    const { value: _, ...target } = counts('236', 9);
    assert.deepEqual(withoutTargets(changes, [target]), [counts('226', 1, 'a')]);
    assert.equal(isAnyChanged(changes, [target]), true);
    assert.equal(isAnyChanged(changes, [{ ...target, collectionType: 'claims' }]), false);
  });

  it('read counts from the two fields of a rate', () => {
    assert.deepEqual(readCounts('75', '100'), { kind: 'counts', met: 75, of: 100 });
    assert.deepEqual(readCounts('0', '0'), { kind: 'counts', met: 0, of: 0 });
  });

  it('wait while a field is empty', () => assert.equal(readCounts('', '100'), null));

  it('say what is wrong with counts', () => {
    assert.equal(readCounts('101', '100'), 'The numerator 101 is more than the denominator 100.');
    for (const text of ['-1', '1.5', '1e99']) assert.match(String(readCounts(text, '100')), /whole numbers/);
  });
});
