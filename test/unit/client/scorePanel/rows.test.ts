import assert from 'node:assert/strict';
import { piGroups } from '../../../../client/src/scorePanel/piGroups.ts';
import { rowAt, rowOf } from '../../../../client/src/scorePanel/rowAt.ts';
import { steadyRows } from '../../../../client/src/scorePanel/rowOrder.ts';
import { score } from '../../../fixtures/scores.ts';
import { attestations, piSet, proportion, publicHealth, submission } from '../../../fixtures/submissions.ts';
import { scoreResult, TEXT } from './scoreMessage.ts';

describe('the rows of the panel', () => {
  const key = (row: string) => row.slice(0, 1);

  it('keep their order while a what-if changes their points', () => {
    const rows = steadyRows(['c9', 'a2', 'b1', 'd0'], ['a5', 'b4', 'c3'], key);
    assert.deepEqual(
      rows.map(({ row, index, before }) => [row, index, before]),
      [
        ['a2', 1, 'a5'],
        ['b1', 2, 'b4'],
        ['c9', 0, 'c3'],
        ['d0', 3, null],
      ],
    );
  });

  it('stand as the score has them without a what-if', () => {
    assert.deepEqual(
      steadyRows(['c', 'a'], null, key).map(({ row }) => row),
      ['c', 'a'],
    );
  });

  it('are found by the place of the cursor', () => {
    const result = scoreResult(TEXT);
    const at = (what: string) => {
      const before = TEXT.slice(0, TEXT.indexOf(what)).split('\n');
      return rowAt(result, 0, { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
    };
    const row = result.breakdown.quality.measures.findIndex(({ measureId }) => measureId === '130');
    assert.deepEqual(at('130'), { category: 'quality', index: row });
    assert.deepEqual(at('IA_PCMH'), { category: 'ia', index: 0 });
    assert.equal(at('performanceYear'), null);
    assert.equal(rowAt(result, 1, { line: 12, character: 0 }), null);
  });

  it('are found by measure, and by collection type where one is named', () => {
    const result = scoreResult(TEXT);
    assert.deepEqual(rowOf(result, 'IA_PCMH', undefined), { category: 'ia', index: 0 });
    assert.equal(rowOf(result, '999', undefined), null);
    const row = result.breakdown.quality.measures.findIndex(({ measureId }) => measureId === '236');
    assert.deepEqual(rowOf(result, '236', 'registry'), { category: 'quality', index: row });
    assert.deepEqual(rowOf(result, '236', 'claims'), { category: 'quality', index: row });
  });
});

describe('the Promoting Interoperability measures of the panel', () => {
  const groupsOf = (year: number) => {
    const { pi } = score(
      submission(year, [
        piSet(year, [proportion('PI_EP_1', 50, 100), ...publicHealth(year), ...attestations(year)]),
      ]),
    );
    return piGroups(
      pi,
      steadyRows(pi.measures, null, ({ measureId }) => measureId),
    );
  };

  it('stand under their objectives, with the points that could be had', () => {
    const [prescribing, exchange, , registries] = groupsOf(2025);
    assert.deepEqual(
      [prescribing?.objective?.objective, prescribing?.points, prescribing?.maxPoints],
      ['electronicPrescribing', 5, 20],
    );
    assert.deepEqual([exchange?.objective?.completed, exchange?.points, exchange?.maxPoints], [false, 0, 30]);
    assert.deepEqual([registries?.points, registries?.maxPoints], [25, 25]);
  });

  it('have the public health objective in years whose data calls it otherwise', () => {
    for (const year of [2019, 2021, 2023]) {
      const group = groupsOf(year).find(
        ({ objective }) => objective?.objective === 'publicHealthAndClinicalDataExchange',
      );
      assert((group?.rows.length ?? 0) >= 2, String(year));
    }
  });
});
