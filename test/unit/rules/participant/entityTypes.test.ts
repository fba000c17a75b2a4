import assert from 'node:assert/strict';
import type { Qrda3Parts } from '../../../fixtures/qrda3/document.ts';
import { OIDS, qrda3, TEST_NPI, TEST_TIN } from '../../../fixtures/qrda3/document.ts';
import { findingOf, marked } from '../findings.ts';

const RULES = ['identifier-missing', 'identifier-not-allowed', 'npi-not-filed', 'program-entity-mismatch'];

/** A QRDA III file with these ids. */
function file(parts: Partial<Qrda3Parts>): string {
  return qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], ...parts });
}

/** A QPP JSON file with these fields at its top and this program. */
function json(top: Readonly<Record<string, unknown>>, programName = 'mips'): string {
  const set = {
    category: 'ia',
    submissionMethod: 'registry',
    programName,
    performanceStart: '2025-01-01',
    performanceEnd: '2025-12-31',
    measurements: [{ measureId: 'IA_EPA_1', value: true }],
  };
  return JSON.stringify({ performanceYear: 2025, ...top, measurementSets: [set] }, null, 2);
}

describe('The coding of a QRDA III file against its ids', () => {
  const fitting: readonly (readonly [string, Partial<Qrda3Parts>])[] = [
    ['MIPS_INDIV', { npi: TEST_NPI }],
    ['MIPS_GROUP', {}],
    ['MIPS_VIRTUALGROUP', { tin: null, organizationIds: { [OIDS.virtualGroup]: 'VG1' } }],
    ['MIPS_APMENTITY', { tin: null, organizationIds: { [OIDS.apmEntity]: 'A1059' } }],
    ['MIPS_SUBGROUP', { tin: null, organizationIds: { [OIDS.subgroup]: 'SG-00000001' }, mvp: 'G0055' }],
    ['MIPS_APP1_INDIV', { npi: TEST_NPI }],
    ['MIPS_APP1_GROUP', {}],
    ['MIPS_APP1_APMENTITY', { tin: null, organizationIds: { [OIDS.apmEntity]: 'A1059' } }],
    ['APP_PLUS_INDIV', { npi: TEST_NPI }],
    ['APP_PLUS_GROUP', {}],
    ['APP_PLUS_APMENTITY', { tin: null, organizationIds: { [OIDS.apmEntity]: 'A1059' } }],
  ];
  for (const [program, ids] of fitting) {
    it(`is silent where the ids are those of ${program}`, () => {
      assert.deepEqual(marked(file({ program, ...ids }), RULES), []);
    });
  }

  const coded: readonly (readonly [string, string])[] = [
    ['MIPS_INDIV', 'an individual'],
    ['MIPS_VIRTUALGROUP', 'a virtual group'],
    ['MIPS_APMENTITY', 'an APM entity'],
    ['MIPS_SUBGROUP', 'a subgroup'],
    ['APP_PLUS_INDIV', 'an individual'],
  ];
  it("is told once where the ids are an APM entity's and an individual needs two", () => {
    const ids = { npi: 'NA', tin: null, organizationIds: { [OIDS.apmEntity]: 'A1059' } };
    const text = file({ program: 'MIPS_INDIV', ...ids });
    assert.deepEqual(marked(text, RULES), [['identifier-missing', 'error', 'MIPS_INDIV']]);
  });

  for (const [program, label] of coded) {
    it(`underlines ${program} where the ids are a group's`, () => {
      const text = file({ program });
      assert.deepEqual(marked(text, RULES), [['identifier-missing', 'error', program]]);
      const { message } = findingOf('identifier-missing', text);
      assert(message.includes(`means ${label}`), message);
      assert(message.includes('those of a group'), message);
    });
  }

  it('underlines the group program where the ids are those of a virtual group', () => {
    const text = file({ program: 'MIPS_GROUP', tin: null, organizationIds: { [OIDS.virtualGroup]: 'VG1' } });
    assert.deepEqual(marked(text, RULES), [['identifier-missing', 'error', 'MIPS_GROUP']]);
  });

  it('underlines the place where the NPI should stand when nothing says that it is a group', () => {
    const text = file({ program: 'MIPS_INDIV', npi: null });
    assert.deepEqual(marked(text, RULES), [['identifier-missing', 'error', 'assignedEntity']]);
  });

  it('underlines the organisation where the TIN is missing', () => {
    assert.deepEqual(marked(file({ tin: null }), RULES), [
      ['identifier-missing', 'error', 'representedOrganization'],
    ]);
  });

  it('gives the CONF id of the guide, and the error code of the converter for a virtual group', () => {
    assert(findingOf('identifier-missing', file({ tin: null })).conf.includes('CMS_82'));
    assert.equal(findingOf('identifier-missing', file({ program: 'MIPS_VIRTUALGROUP' })).converterCode, 78);
  });

  it('warns of an NPI in a group file, because the converter drops it', () => {
    assert.deepEqual(marked(file({ npi: TEST_NPI }), RULES), [['npi-not-filed', 'warning', TEST_NPI]]);
  });

  it('only mentions an NPI in an APP Plus group file, where no guide forbids it', () => {
    const text = file({ program: 'APP_PLUS_GROUP', npi: TEST_NPI });
    assert.deepEqual(marked(text, RULES), [['npi-not-filed', 'information', TEST_NPI]]);
  });

  it('asks a subgroup for its MIPS Value Pathway', () => {
    const text = file({
      program: 'MIPS_SUBGROUP',
      tin: null,
      organizationIds: { [OIDS.subgroup]: 'SG-00000001' },
    });
    assert.deepEqual(marked(text, RULES), [['program-entity-mismatch', 'error', 'MIPS_SUBGROUP']]);
  });

  it('knows no subgroup before 2023', () => {
    const text = file({
      year: 2022,
      program: 'MIPS_SUBGROUP',
      tin: null,
      organizationIds: { [OIDS.subgroup]: 'SG-00000001' },
    });
    assert.deepEqual(marked(text, RULES), [['program-entity-mismatch', 'error', 'MIPS_SUBGROUP']]);
  });

  it('says nothing of a Primary Care First file, which names practices in its own way', () => {
    assert.deepEqual(marked(file({ year: 2024, program: 'PCF', npi: null, tin: null }), RULES), []);
  });
});

describe('The coding of a QPP JSON file against its ids', () => {
  const tin = { taxpayerIdentificationNumber: TEST_TIN };
  const npi = { nationalProviderIdentifier: TEST_NPI };

  it('is silent where the ids are those of the entity type', () => {
    assert.deepEqual(marked(json({ entityType: 'individual', ...tin, ...npi }), RULES), []);
    assert.deepEqual(marked(json({ entityType: 'group', ...tin }), RULES), []);
    assert.deepEqual(marked(json({ entityType: 'virtualGroup', entityId: 'VG1' }), RULES), []);
    assert.deepEqual(marked(json({ entityType: 'apm', entityId: 'A1059' }), RULES), []);
    assert.deepEqual(marked(json({ entityType: 'subgroup', entityId: 'SG-00000001' }, 'G0055'), RULES), []);
  });

  it('is an error at the entity type where its id is missing', () => {
    assert.deepEqual(marked(json({ entityType: 'individual', ...tin }), RULES), [
      ['identifier-missing', 'error', 'individual'],
    ]);
    assert.deepEqual(marked(json({ entityType: 'group' }), RULES), [
      ['identifier-missing', 'error', 'group'],
    ]);
    assert.deepEqual(marked(json({ entityType: 'apm', ...tin }), RULES), [
      ['identifier-missing', 'error', 'apm'],
    ]);
  });

  it("is an error at a group's NPI, which the API refuses", () => {
    assert.deepEqual(marked(json({ entityType: 'group', ...tin, ...npi }), RULES), [
      ['identifier-not-allowed', 'error', TEST_NPI],
    ]);
  });

  it('lets a subgroup report to a MIPS Value Pathway only', () => {
    const text = json({ entityType: 'subgroup', entityId: 'SG-00000001' });
    assert.deepEqual(marked(text, RULES), [['program-entity-mismatch', 'error', 'mips']]);
  });

  it('lets a virtual group report to MIPS only', () => {
    const text = json({ entityType: 'virtualGroup', entityId: 'VG1' }, 'app1');
    assert.deepEqual(marked(text, RULES), [['program-entity-mismatch', 'error', 'app1']]);
  });
});
