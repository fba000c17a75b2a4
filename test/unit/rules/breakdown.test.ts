import assert from 'node:assert/strict';
import { reportingStratumMissing } from '../../../server/src/rules/breakdown/reportingStratumMissing.ts';
import { stratumExceedsPopulation } from '../../../server/src/rules/breakdown/stratumExceedsPopulation.ts';
import { supplementalCode } from '../../../server/src/rules/breakdown/supplementalCode.ts';
import { supplementalSum } from '../../../server/src/rules/breakdown/supplementalSum.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { found, replaced } from './oneRule.ts';

const file = (year: number) => qrda3({ year, quality: [{ ecqm: 'CMS165' }] });
const FILE = file(2025);

describe('A supplemental data code', () => {
  for (const year of [2019, 2023, 2025, 2026]) {
    it(`of the value sets is silent in ${year}`, () =>
      assert.deepEqual(found(supplementalCode, file(year)), []));
  }

  it('that is no race is a warning', () => {
    assert.deepEqual(found(supplementalCode, replaced(FILE, '2106-3', '9999-9')), ['warning: 9999-9']);
  });

  it('of sex is looked for in the translation from 2026 on', () => {
    assert.deepEqual(
      found(
        supplementalCode,
        replaced(FILE, '<value xsi:type="CD" code="F"', '<value xsi:type="CD" code="X"'),
      ),
      ['warning: X'],
    );
    assert.deepEqual(found(supplementalCode, replaced(file(2026), '248152002', '1')), ['warning: 1']);
  });
});

describe('Supplemental counts', () => {
  it('that add up to their population are silent', () => assert.deepEqual(found(supplementalSum, FILE), []));

  it('of which one is greater than the population are told at that one', () => {
    const text = replaced(FILE, /(27\.3\.8"[\s\S]*?xsi:type="INT" value=")100"/, '$1101"');
    assert.deepEqual(found(supplementalSum, text), ['information: 101']);
  });

  it('that add up to less are a hint, since something may not be known', () => {
    const text = replaced(FILE, /(27\.3\.6"[\s\S]*?xsi:type="INT" value=")100"/, '$190"');
    assert.deepEqual(found(supplementalSum, text), ['hint: 100']);
  });

  it('by sex that add up to more are told at the population', () => {
    const entry =
      FILE.match(
        /<entryRelationship typeCode="COMP">(?:(?!<entryRelationship typeCode="COMP">)[\s\S])*?27\.3\.6"[\s\S]*?<\/entryRelationship>\s*<\/observation>\s*<\/entryRelationship>/,
      )?.[0] ?? '';
    assert.deepEqual(found(supplementalSum, replaced(FILE, entry, entry + entry)), ['information: 100']);
  });

  it('by race may add up to more, since a patient can have several', () => {
    const entry =
      FILE.match(
        /<entryRelationship typeCode="COMP">(?:(?!<entryRelationship typeCode="COMP">)[\s\S])*?27\.3\.8"[\s\S]*?<\/entryRelationship>\s*<\/observation>\s*<\/entryRelationship>/,
      )?.[0] ?? '';
    assert.deepEqual(found(supplementalSum, replaced(FILE, entry, entry + entry)), []);
  });
});

describe('A reporting stratum', () => {
  const stratum = (count: number) => `<entryRelationship typeCode="COMP"><observation>
    <templateId root="2.16.840.1.113883.10.20.27.3.4"/>
    <entryRelationship><observation><templateId root="2.16.840.1.113883.10.20.27.3.3"/><value value="${count}"/></observation></entryRelationship>
  </observation></entryRelationship><reference`;

  it('inside its population is silent', () => {
    assert.deepEqual(
      found(stratumExceedsPopulation, replaced(FILE, /(code="IPOP"[\s\S]*?)<reference/, `$1${stratum(100)}`)),
      [],
    );
  });

  it('greater than its population is a warning', () => {
    assert.deepEqual(
      found(stratumExceedsPopulation, replaced(FILE, /(code="IPOP"[\s\S]*?)<reference/, `$1${stratum(101)}`)),
      ['warning: 101'],
    );
  });
});

describe('The reporting strata of a measure', () => {
  const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS130' }] });
  const strata = knowledge.catalogs.year(2025)?.byEcqm.get('CMS130')?.strata[0]?.populations?.strata ?? [];
  const [one = '', other = ''] = strata;
  const stratum = (guid: string) => `<entryRelationship typeCode="COMP"><observation>
    <templateId root="2.16.840.1.113883.10.20.27.3.4"/>
    <reference><externalObservation><id root="${guid}"/></externalObservation></reference>
  </observation></entryRelationship>`;
  const withStrata = (...guids: string[]) =>
    text.replace(
      /(<\/entryRelationship>\s*)(<reference typeCode="REFR">\s*<externalObservation[^>]*>\s*<id root="[^"]*"\/>\s*<\/externalObservation>\s*<\/reference>\s*<\/observation>\s*<\/component>)/g,
      `$1${guids.map(stratum).join('')}$2`,
    );

  it('are told once when none is reported', () =>
    assert.deepEqual(found(reportingStratumMissing, text), ['information: organizer']));
  it('are silent when every population has each', () =>
    assert.deepEqual(found(reportingStratumMissing, withStrata(one, other)), []));

  it('are told at every population that lacks one', () => {
    assert.deepEqual(
      new Set(found(reportingStratumMissing, withStrata(one))),
      new Set(['information: observation']),
    );
  });

  it('are told where one stands twice', () => {
    assert.deepEqual(
      new Set(found(reportingStratumMissing, withStrata(one, one))),
      new Set([`information: ${one}`]),
    );
  });

  it('are no matter of a measure that has none', () =>
    assert.deepEqual(found(reportingStratumMissing, FILE), []));
});
