import assert from 'node:assert/strict';
import { baseTemplate } from '../../../../server/src/rules/guide/beyondSchematron/baseTemplate.ts';
import { populationCode } from '../../../../server/src/rules/guide/beyondSchematron/populationCode.ts';
import { reportingParametersEntry } from '../../../../server/src/rules/guide/beyondSchematron/reportingParametersEntry.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { found, replaced } from '../oneRule.ts';

const FILE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });

describe('What the guide writes and nobody asks for', () => {
  it('is there in a file that follows it', () => {
    for (const rule of [populationCode, baseTemplate, reportingParametersEntry])
      assert.deepEqual(found(rule, FILE), []);
  });

  it('is IPOP for the initial population, but IPP in the code system of older files', () => {
    const IPP = replaced(FILE, 'code="IPOP"', 'code="IPP"');
    assert.deepEqual(found(populationCode, IPP), ['information: IPP']);
    const old = replaced(
      IPP,
      'code="IPP" codeSystem="2.16.840.1.113883.5.4"',
      'code="IPP" codeSystem="2.16.840.1.113883.5.1063"',
    );
    assert.deepEqual(found(populationCode, old), []);
  });

  it('is a code system of population codes', () => {
    const text = replaced(
      FILE,
      'code="NUMER" codeSystem="2.16.840.1.113883.5.4"/>',
      'code="NUMER" codeSystem="1.2.3"/>',
    );
    assert.deepEqual(found(populationCode, text), ['warning: 1.2.3']);
  });

  it('is every template that a part builds on', () => {
    const all = qrda3({
      year: 2025,
      quality: [{ ecqm: 'CMS165' }],
      pi: [
        ['PI_EP_1', [5, 10]],
        ['PI_PPHI_1', true],
      ],
      activities: ['IA_EPA_1'],
    });
    const without = (root: string) => {
      const templateId = new RegExp(
        `<templateId root="2\\.16\\.840\\.1\\.113883\\.10\\.20\\.${root}"[^>]*/>`,
        'g',
      );
      return found(baseTemplate, replaced(all, templateId, ''));
    };
    assert.deepEqual(found(baseTemplate, all), []);
    // A quality measure, two of Promoting Interoperability, an activity.
    assert.deepEqual(without('24.3.98'), Array(4).fill('warning: organizer'));
    assert.deepEqual(without('24.2.2'), Array(2).fill('warning: section'));
    assert.deepEqual(without('27.3.1'), ['warning: organizer']);
    assert(without('27.3.5').length > 3);
    assert(without('27.3.9').length > 3);
    assert.deepEqual(without('27.3.14'), ['warning: observation']);
    assert.deepEqual(without('27.3.30'), ['information: observation']);
  });

  it('is told at the templateId that is mistyped', () => {
    assert.deepEqual(found(baseTemplate, replaced(FILE, '27.3.1"', '27.3.111"')), [
      'warning: 2.16.840.1.113883.10.20.27.3.111',
    ]);
  });

  it('is DRIV for the entry of the reporting parameters', () => {
    assert.deepEqual(found(reportingParametersEntry, replaced(FILE, '<entry typeCode="DRIV">', '<entry>')), [
      'information: entry',
    ]);
    assert.deepEqual(found(reportingParametersEntry, replaced(FILE, '"DRIV"', '"COMP"')), [
      'information: COMP',
    ]);
  });
});
