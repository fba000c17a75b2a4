import assert from 'node:assert/strict';
import type { Submission } from '../../../../server/src/submission/submission.ts';
import { score } from '../../../fixtures/scores.ts';
import { measurementSet, quality, qualityAtRate, submission } from '../../../fixtures/submissions.ts';

const registry = (year: number, measurements: Parameters<typeof measurementSet>[1]): Submission =>
  submission(year, [measurementSet('quality', measurements, { submissionMethod: 'registry' })]);

describe('qualityScore', () => {
  it('uses only historical benchmarks', () => {
    // 145 has a benchmark of the performance period 2023 alone.
    const [row] = score(registry(2023, [qualityAtRate('145', 100)])).quality.measures;
    assert.deepEqual([row?.benchmark, row?.points, row?.displayed], [null, 0, 'N/A']);
  });

  it('takes the collection type that scores better and says so of the other', () => {
    const data = submission(2025, [
      measurementSet('quality', [qualityAtRate('236', 60)], { submissionMethod: 'registry' }),
      measurementSet('quality', [qualityAtRate('236', 60)], { submissionMethod: 'electronicHealthRecord' }),
    ]);
    const rows = score(data).quality.measures;
    assert.deepEqual(
      rows.map((row) => row.counted),
      [true, false],
    );
    assert.ok((rows[0]?.points ?? 0) > (rows[1]?.points ?? 0));
    assert.match(rows[1]?.reason ?? '', /only the best one counts/);
  });

  it('takes a suppressed measure out of the denominator', () => {
    // CMS's data of 2025: 389 is suppressed as a MIPS CQM.
    const { quality: category } = score(registry(2025, [qualityAtRate('389', 90), qualityAtRate('236', 60)]));
    assert.equal(category.denominator, 50);
    assert.equal(category.measures.find((row) => row.measureId === '389')?.points, null);
  });

  it('keeps the denominator when other measures fill the place of a suppressed one', () => {
    const others = ['236', '130', '226', '317', '134', '238'].map((id) => qualityAtRate(id, 60));
    const { quality: category } = score(registry(2025, [qualityAtRate('389', 90), ...others]));
    assert.equal(category.denominator, 60);
  });

  it('counts four measures in an MVP and none from outside it', () => {
    const measurements = ['039', '130', '134', '176', '177', '236'].map((id) => qualityAtRate(id, 90));
    const data = submission(2025, [
      measurementSet('quality', measurements, { submissionMethod: 'registry', programName: 'G0053' }),
    ]);
    const { quality: category } = score(data);
    assert.equal(category.denominator, 40);
    assert.equal(category.measures.filter((row) => row.counted).length, 4);
    assert.equal(category.measures.find((row) => row.measureId === '236')?.reasonCode, 'not-in-program');
  });

  it('gives a measure that a pathway requires but was not sent nothing', () => {
    const data = submission(2025, [
      measurementSet('quality', [qualityAtRate('236', 60)], { programName: 'app1' }),
    ]);
    const { quality: category } = score(data);
    assert.equal(category.denominator, 30);
    assert.deepEqual(
      category.gaps.map((gap) => /measure (\w+)/.exec(gap.reason)?.[1]),
      ['001', '134'],
    );
  });

  it('does not count for MIPS what may be reported only to other programs', () => {
    const [row] = score(registry(2025, [qualityAtRate('112', 60)])).quality.measures;
    assert.deepEqual([row?.counted, row?.reasonCode], [false, 'not-in-program']);
  });

  it('shows a measure of an unknown id without points', () => {
    const [row] = score(registry(2025, [qualityAtRate('999', 60)])).quality.measures;
    assert.deepEqual([row?.points, row?.reasonCode], [null, 'unknown-measure']);
  });

  it('says that a truncated measure is scored on nine months', () => {
    // CMS's data of 2025: 491 is cut to nine months as a MIPS CQM.
    const [row] = score(registry(2025, [qualityAtRate('491', 60)])).quality.measures;
    assert.match(row?.reason ?? '', /nine months/);
  });

  it('counts a measure sent twice by the same collection type as sent last', () => {
    const older = registry(2025, [quality('236', { met: 10, notMet: 90 })]);
    const newer = registry(2025, [quality('236', { met: 80, notMet: 20 })]);
    const { quality: category } = score([older, newer]);
    assert.deepEqual(
      category.measures.map((row) => [row.performanceRate, row.origin.submission]),
      [[80, 1]],
    );
  });

  it('keeps a small practice’s bonus in the numerator', () => {
    const { quality: category } = score(registry(2025, [qualityAtRate('236', 100)]), { smallPractice: true });
    assert.deepEqual([category.subtotal, category.bonuses.smallPractice.points], [10, 6]);
    assert.equal(category.percent, 26.6667);
  });
});
