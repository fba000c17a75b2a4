import assert from 'node:assert/strict';
import { measureReference } from '../../../../server/src/rules/guide/beyondSchematron/measureReference.ts';
import { populationCode } from '../../../../server/src/rules/guide/beyondSchematron/populationCode.ts';
import { reportingParametersEntry } from '../../../../server/src/rules/guide/beyondSchematron/reportingParametersEntry.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { found, replaced } from '../oneRule.ts';

const FILE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });

describe('What the guide writes and nobody asks for', () => {
  it('is there in a file that follows it', () => {
    for (const rule of [populationCode, measureReference, reportingParametersEntry])
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

  it('is the template Measure Reference of a measure', () => {
    assert.deepEqual(found(measureReference, replaced(FILE, '24.3.98', '24.3.99')), ['warning: organizer']);
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
