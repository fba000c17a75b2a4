import assert from 'node:assert/strict';
import { check, tryFixAll, tryFixes } from '../../../fixtures/fixes.ts';
import { fileOf, RATE } from '../../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { marked } from '../findings.ts';

const QUALITY = [{ ecqm: 'CMS165', guidsOf: 2024 }];

describe('Fixes', () => {
  it('are not offered where they bring another finding to light', () => {
    const hidden = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] })
      .replace('urn:hl7-org:v3', 'urn:hl7-org:v2')
      .replace('languageCode code="en"', 'languageCode code="fr"');
    const [root] = check(hidden).filter(({ rule }) => rule === 'schema-root-element');
    assert.deepEqual(root?.fixes, undefined);
    const [proposed] = check(hidden, { leavesFixesUntried: true }).flatMap(({ fixes }) => fixes ?? []);
    assert.equal(proposed?.title, 'Set xmlns to urn:hl7-org:v3');
  });

  it('are offered where nothing is hidden', () => {
    const plain = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    const { tried, faults } = tryFixes(plain.replace('urn:hl7-org:v3', 'urn:hl7-org:v2'));
    assert.deepEqual([tried, faults], [1, []]);
  });

  it('made all together lead to the text without the faults', () => {
    const faulty = qrda3({ year: 2025, tin: '00-0777777', quality: QUALITY });
    const right = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    const { fixed, faults } = tryFixAll(faulty.replace('code="en"', 'code="fr"'));
    assert.deepEqual(faults, []);
    // What a measure is called is free text, and stays.
    assert.equal(fixed.text.replace('CMS165v12', 'CMS165v13'), right);
    assert.deepEqual(fixed.findings, []);
  });

  it('made all together leave alone what somebody has to choose', () => {
    const twice = fileOf('236', RATE).replace('"performanceMet"', '"performanceMet": 1, "performanceMet"');
    const { fixed } = tryFixAll(twice);
    assert.deepEqual(fixed.edits, []);
    const fixes = check(twice).find(({ rule }) => rule === 'json-duplicate-key')?.fixes ?? [];
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        [`Keep ${RATE.performanceMet}`, undefined],
        ['Keep 1', undefined],
      ],
    );
  });

  it('of a file that is right change nothing', () => {
    const right = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    assert.deepEqual(tryFixAll(right).fixed.edits, []);
    assert.deepEqual(marked(right, ['measure-guid-unknown']), []);
  });
});
