import assert from 'node:assert/strict';
import type { QppDocument } from '../../../server/src/document/document.ts';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../../server/src/rules/run.ts';
import { damaged, seededRandom } from '../../fixtures/damage.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { file, measurement, RATE, registrySet, STRATA } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { retyped } from '../../fixtures/retyped.ts';
import { replaced } from './oneRule.ts';

describe('a version of a file that was edited', () => {
  const options = { ...DEFAULT_CHECK_OPTIONS, raw: true };
  const read = (text: string, before: QppDocument | null = null) =>
    openDocument(text, knowledge.catalogs, { performanceYear: null, before });

  it('has the findings it would have without the versions before', () => {
    const random = seededRandom(11);
    const clean = qrda3({
      year: 2025,
      quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }],
      pi: [['PI_EP_1', [5, 10]]],
      activities: ['IA_EPA_1'],
    });
    let before = read(clean);
    checkDocument(before, knowledge, options);
    for (let edit = 0; edit < 150; edit++) {
      // Now and then the author takes all back.
      const edited = edit % 3 === 0 ? retyped(before.text, random) : damaged(before.text, random);
      const next = read(edit % 10 === 9 ? clean : edited, before);
      assert.deepEqual(
        checkDocument(next, knowledge, options, before),
        checkDocument(read(next.text), knowledge, options),
      );
      before = next;
    }
  });

  it('has them in QPP JSON too', () => {
    const random = seededRandom(12);
    const clean = file([
      registrySet([measurement('236', RATE), measurement('052', STRATA), measurement('001', RATE)]),
      registrySet([measurement('PI_EP_1', { numerator: 5, denominator: 10 })], { category: 'pi' }),
      registrySet([measurement('IA_EPA_1', true)], { category: 'ia' }),
    ]);
    let before = read(clean);
    checkDocument(before, knowledge, options);
    for (let edit = 0; edit < 1500; edit++) {
      const next = read(edit % 12 === 11 ? clean : retyped(before.text, random), before);
      assert.deepEqual(
        checkDocument(next, knowledge, options, before),
        checkDocument(read(next.text), knowledge, options),
      );
      before = next;
    }
  });

  it('is checked by the severities of now', () => {
    const text = file([
      registrySet([measurement('236', { ...RATE, numerator: 5 }), measurement('001', RATE)]),
    ]);
    const silent = { ...options, severities: { 'json-key-unknown': 'off' } } as const;
    const before = read(text);
    const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
    assert(!rules(checkDocument(before, knowledge, silent)).includes('json-key-unknown'));
    const next = read(text.replace('"001"', '"002"'), before);
    assert(rules(checkDocument(next, knowledge, options, before)).includes('json-key-unknown'));
  });

  const unlikeBefore = (text: string, from: string, to: string) => {
    const before = read(text);
    checkDocument(before, knowledge, options);
    const next = read(replaced(text, from, to));
    const findings = checkDocument(next, knowledge, options, before);
    assert.deepEqual(findings, checkDocument(read(next.text), knowledge, options));
    assert.notDeepEqual(findings, checkDocument(before, knowledge, options));
  };

  it('is checked anew where a namespace around it changed', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    unlikeBefore(text, 'xmlns="urn:hl7-org:v3"', 'xmlns="urn:hl7-org:v4"');
  });

  it('is checked anew where what a part is compared with changed', () => {
    // CMS_0122: all times have a time zone, or none has, as the document's own time.
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    unlikeBefore(
      text,
      '<effectiveTime value="20260115103000"/>',
      '<effectiveTime value="20260115103000-0500"/>',
    );
  });

  it('is checked anew where an ID that must be unique is given elsewhere too', () => {
    const table = (id: string) =>
      `<table ID="${id}"><tbody><tr><td>${'Measures '.repeat(600)}</td></tr></tbody></table>`;
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replace(
      /<text>.*?<\/text>/s,
      `<text>${table('first')}${table('second')}</text>`,
    );
    unlikeBefore(text, 'ID="first"', 'ID="second"');
  });
});
