import assert from 'node:assert/strict';
import { detectFormat } from '../../../server/src/document/detectFormat.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

describe('A file is taken for', () => {
  it('QRDA III by a template of its own, however damaged it is', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    assert.equal(detectFormat(text), 'qrda3');
    assert.equal(detectFormat(`\ufeff\n${text}`), 'qrda3');
    assert.equal(detectFormat(text.slice(0, 600)), 'qrda3');
    assert.equal(detectFormat(`<!-- ${'x'.repeat(1_000_000)} -->${text}`), 'qrda3');
    assert.equal(detectFormat(text.replace('<ClinicalDocument', '<Document')), 'qrda3');
  });

  it('QPP JSON by its keys', () => {
    assert.equal(detectFormat('{ "performanceYear": 2025, "measurementSets": [] }'), 'qpp-json');
    assert.equal(detectFormat('{ "measurementSets": ['), 'qpp-json');
    assert.equal(detectFormat('[{ "measureId": "236" }]'), 'qpp-json');
  });

  it('nothing where it is other XML or JSON', () => {
    assert.equal(detectFormat('<project><modelVersion>4.0.0</modelVersion></project>'), null);
    assert.equal(
      detectFormat(
        '<ClinicalDocument><templateId root="2.16.840.1.113883.10.20.24.1.1"/></ClinicalDocument>',
      ),
      null,
    );
    assert.equal(detectFormat('{ "name": "measurementSets", "version": "1.0.0" }'), null);
    assert.equal(detectFormat('measurementSets'), null);
    assert.equal(detectFormat(''), null);
  });
});
