import assert from 'node:assert/strict';
import { renderScore } from '../../../server/src/cli/scoreReport.ts';
import { score } from '../../fixtures/scores.ts';
import {
  answer,
  measurementSet,
  piSet,
  proportion,
  qualityAtRate,
  submission,
} from '../../fixtures/submissions.ts';

const data = submission(
  2025,
  [
    measurementSet('quality', [qualityAtRate('236', 70)]),
    piSet(2025, [proportion('PI_EP_1', 50, 100)]),
    measurementSet('ia', [answer('IA_EPA_2', true)]),
  ],
  { tin: '000000002', npi: '0000000001' },
);

describe('renderScore', () => {
  const text = renderScore(score(data), { color: false });

  it('begins with the participant, year and program', () => {
    assert.match(text, /^individual TIN 000000002 NPI 0000000001 · 2025 · mips\n/);
  });

  it('shows each measure with its rate, decile bar and points', () => {
    assert.match(text, /✓ +236 +eCQM +70\.00 % +100\.00 % +10000 +█{6}░{4} 6 +6\.\d\d\/10/);
  });

  it('says why PI is zero', () => {
    assert.match(text, /0 because: /);
  });

  it('marks what is uncertain and calls the total an estimate', () => {
    assert.match(text, /\(confidence: (low|medium)\)/);
    assert.match(text, /Estimate of the final score +\d/);
  });

  it('has colours only when asked', () => {
    const escapeCode = String.fromCharCode(27);
    assert.ok(!text.includes(escapeCode));
    assert.ok(renderScore(score(data), { color: true }).includes(escapeCode));
  });

  it('says in a line why a year is not scored', () => {
    const old = renderScore(score(submission(2018, [])), { color: false });
    assert.match(old, /Note: Performance year 2018 is not scored\./);
  });
});
