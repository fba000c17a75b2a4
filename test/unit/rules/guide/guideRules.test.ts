import assert from 'node:assert/strict';
import { performanceYears } from '../../../../server/src/catalog/performanceYears.ts';
import { findingsIn, fixed } from '../findings.ts';
import { replaced } from '../oneRule.ts';
import { cleanFile, found, problemOf, rawAssertions } from './guideFile.ts';

describe('the guide layer', () => {
  for (const year of performanceYears) {
    it(`has nothing against a right file of ${year}`, () => {
      assert.deepEqual(found(cleanFile(year), year), []);
    });
  }

  it('finds a missing element and stands on the start tag of its parent', () => {
    const text = replaced(cleanFile(), '  <languageCode code="en"/>\n', '');
    assert.deepEqual(found(text), [['guide-required-element', 'ClinicalDocument']]);
  });

  it('says what must be there, what there is, and which number asks for it', () => {
    const text = replaced(cleanFile(), '<languageCode code="en"/>', '<languageCode code="fr"/>');
    const { message, conf } = problemOf('guide-fixed-value', text);
    assert.match(
      message,
      /<languageCode> must have code="en"; it has code="fr"\. \[QRDA III report \(CMS, 27\.1\.2/,
    );
    assert.deepEqual(conf, ['5562-19669_C01']);
  });

  it('mends a fixed value', () => {
    const text = replaced(cleanFile(), '<languageCode code="en"/>', '<languageCode code="fr"/>');
    assert.equal(fixed(text, 'guide-fixed-value'), cleanFile());
  });

  it('finds a program name that is not of the year', () => {
    const text = cleanFile(2026, { program: 'PCF' });
    assert.deepEqual(found(text, 2026), [['guide-value-set', 'PCF']]);
  });

  it('points at the id an individual submission lacks', () => {
    const text = cleanFile(2025, { program: 'MIPS_INDIV', npi: 'NA' });
    assert.deepEqual(found(text), [['guide-program', 'id']]);
  });

  it('finds a rate of more than six decimals', () => {
    const text = cleanFile().replace(/(<value xsi:type="REAL" value=")[^"]*"/, '$10.1234567"');
    assert.deepEqual(found(text), [['guide-value-format', '0.1234567']]);
  });

  it('finds a count without a value', () => {
    const text = replaced(cleanFile(), '<value xsi:type="INT" value="100"', '<value xsi:type="INT"');
    assert.deepEqual(found(text), [['guide-required-attribute', 'value']]);
  });

  it('gives errors in the profile guide and warnings in the profile upload', () => {
    const text = replaced(cleanFile(), '  <languageCode code="en"/>\n', '');
    const severityIn = (profile: 'guide' | 'upload') =>
      findingsIn(text, { profile }).find(({ rule }) => rule === 'guide-required-element')?.severity;
    assert.equal(severityIn('guide'), 'error');
    assert.equal(severityIn('upload'), 'warning');
  });

  it('tells the assertion and the element in raw mode, and shows every assertion', () => {
    const text = replaced(cleanFile(), '  <languageCode code="en"/>\n', '');
    assert.deepEqual(rawAssertions(text).sort(), [
      'a-4484-17239-error /ClinicalDocument',
      'a-5562-17239-error /ClinicalDocument',
    ]);
  });

  it('does not judge a file of 2018 by a later guide, and says so', () => {
    const text = cleanFile(2019);
    assert.deepEqual(
      findingsIn(text, { performanceYear: 2018 })
        .filter(({ layer }) => layer === 'guide')
        .map(({ rule, severity }) => [rule, severity]),
      [['guide-year', 'information']],
    );
  });
});
