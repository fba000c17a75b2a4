import assert from 'node:assert/strict';
import type { Finding } from '../../../../server/src/rules/finding.ts';
import { createFixOffer } from '../../../../server/src/rules/fixing/offeredFixes.ts';

describe('The offer of fixes', () => {
  const place = { line: 0, character: 0 };
  const finding: Finding = {
    rule: 'json-key-unknown',
    layer: 'upload',
    severity: 'warning',
    message: '"a" is no key.',
    range: { start: place, end: place },
    conf: [],
  };
  const fix = { title: 'Delete "a"', edits: [{ span: { start: 0, end: 1 }, newText: '' }] };

  /** How often a fix is tried in a text with so many findings, when all of them are asked for. */
  function trials(count: number): number {
    let tried = 0;
    const findings = Array.from({ length: count }, () => finding);
    const offer = createFixOffer(
      'text',
      () => findings,
      () => {
        tried++;
        return [];
      },
    );
    for (const each of findings) assert.deepEqual(offer.offered(each, [fix]), [fix]);
    return tried;
  }

  it('tries each fix of a file with some findings', () => assert.equal(trials(100), 100));

  it('tries few in a file with 20,000 findings: each trial makes and compares all of them', () => {
    assert.equal(trials(20_000), 4);
  });
});
