import assert from 'node:assert/strict';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { replaced } from '../oneRule.ts';
import { cleanFile, found, problemOf, rawAssertions } from './guideFile.ts';

const CMS_REPORT = '<templateId root="2.16.840.1.113883.10.20.27.1.2" extension="2024-12-01"/>';

/** The text without the element: from its start tag to its end tag. */
function without(text: string, element: string): string {
  return text.replace(new RegExp(`\\s*<${element}[ >][^]*?</${element}>`), '');
}

describe('one fault', () => {
  it('is one finding when informationRecipient is missing, though 26 checks ask for the program', () => {
    const text = without(cleanFile(), 'informationRecipient');
    assert.deepEqual(found(text), [['guide-required-element', 'ClinicalDocument']]);
    assert.ok(rawAssertions(text).length > 20);
  });

  it('is one finding when the program name is unknown', () => {
    assert.deepEqual(found(cleanFile(2025, { program: 'MIPS' })), [['guide-value-set', 'MIPS']]);
  });

  it('is one finding when the document has the version of another year', () => {
    const text = replaced(cleanFile(), CMS_REPORT, CMS_REPORT.replace('2024-12-01', '2024-07-01'));
    assert.deepEqual(found(text), [['guide-template-version', '2024-07-01']]);
  });

  it('is one finding when a section has no measures, though three templates ask for them', () => {
    const text = qrda3({ year: 2025, quality: [] });
    assert.deepEqual(found(text), [['guide-required-element', 'section']]);
    assert.equal(rawAssertions(text).length, 3);
  });

  it('is one finding when a template has a stale version: the parent is not told to lack it', () => {
    const stale = '<templateId root="2.16.840.1.113883.10.20.17.3.8" extension="2019-01-01"/>';
    const text = cleanFile().replace(
      /<templateId root="2\.16\.840\.1\.113883\.10\.20\.17\.3\.8"[^>]*>/,
      stale,
    );
    assert.deepEqual(found(text), [['guide-template-version', '2019-01-01']]);
  });

  it('is one finding when times lack the offset the document has; the others are related places', () => {
    const text = cleanFile().replace(/(<effectiveTime value="\d{14})"/, '$1-0500"');
    const { related } = problemOf('guide-time-zone', text);
    assert.equal(found(text).length, 1);
    assert.equal(related?.length, 1);
  });

  it('is one finding when the guide and the CDA schema both miss an element', () => {
    const text = without(cleanFile(), 'custodian');
    assert.deepEqual(found(text), [['guide-required-element', 'ClinicalDocument']]);
  });
});

describe('behind a wrong document version', () => {
  const stale = replaced(cleanFile(), CMS_REPORT, CMS_REPORT.replace('2024-12-01', '2099-01-01'));

  it('the checks of the CMS report go on', () => {
    const text = replaced(stale, '<languageCode code="en"/>', '<languageCode code="fr"/>');
    assert.ok(found(text).some(([rule, underlined]) => rule === 'guide-fixed-value' && underlined === 'fr'));
  });

  it('raw mode stays silent, as the published checker does', () => {
    const text = replaced(stale, '<languageCode code="en"/>', '<languageCode code="fr"/>');
    assert.deepEqual(rawAssertions(text), rawAssertions(stale));
  });
});

describe('what the published checker overlooks', () => {
  it('is told in normal mode, with the reason', () => {
    const text = cleanFile().replace(
      /\s*<templateId root="2\.16\.840\.1\.113883\.10\.20\.27\.2\.3"[^>]*>/,
      '',
    );
    assert.match(problemOf('guide-overlooked', text).message, /CMS_64.*never runs/);
  });

  it('is left out in raw mode', () => {
    const text = cleanFile().replace(
      /\s*<templateId root="2\.16\.840\.1\.113883\.10\.20\.27\.2\.3"[^>]*>/,
      '',
    );
    assert.deepEqual(rawAssertions(text), []);
  });

  it('is in 2026 a quality section in a file for an SSP PI program', () => {
    const parts = {
      program: 'SSP_PI_GROUP',
      pi: [['PI_EP_1', [40, 50]]],
      quality: [{ ecqm: 'CMS165' }],
    } as const;
    assert.deepEqual(found(qrda3({ year: 2026, ...parts }), 2026), [['guide-overlooked', 'section']]);
  });
});
