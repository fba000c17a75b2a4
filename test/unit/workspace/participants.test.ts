import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import {
  listParticipants,
  renderParticipants,
  type SubmittedFile,
} from '../../../server/src/workspace/participants.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { OIDS, type Qrda3Parts, qrda3, TEST_NPI, TEST_TIN } from '../../fixtures/qrda3/document.ts';

function file(path: string, parts: Partial<Qrda3Parts>): SubmittedFile {
  const document = openDocument(
    qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], ...parts }),
    knowledge.catalogs,
    {
      performanceYear: null,
    },
  );
  assert(document.format !== null);
  return { path, submission: document.submission };
}

describe('The list of participants', () => {
  const group = file('group.xml', {});
  const individual = file('individual.xml', { program: 'MIPS_INDIV', npi: TEST_NPI });
  const subgroup = file('subgroup.xml', {
    program: 'MIPS_SUBGROUP',
    tin: null,
    organizationIds: { [OIDS.subgroup]: 'SG-00000001' },
    mvp: 'G0055',
  });

  it('names a group by its TIN, an individual by TIN and NPI, another entity by its id', () => {
    const ids = listParticipants([group, individual, subgroup]).map(({ entityType, id }) => [entityType, id]);
    assert.deepEqual(ids, [
      ['group', TEST_TIN],
      ['individual', `${TEST_TIN} / ${TEST_NPI}`],
      ['subgroup', 'SG-00000001'],
    ]);
  });

  it('names a participant of several files once, with its years, programs and files', () => {
    const [entry, ...others] = listParticipants([group, file('older.xml', { year: 2024 })]);
    assert.deepEqual(others, []);
    assert.deepEqual(entry?.performanceYears, [2024, 2025]);
    assert.deepEqual(entry?.programs, ['mips']);
    assert.deepEqual(entry?.files, ['group.xml', 'older.xml']);
  });

  it('keeps the data of a group and of its clinicians apart', () => {
    assert.equal(listParticipants([group, individual]).length, 2);
  });

  it('leaves out a file that does not say who it is for', () => {
    assert.deepEqual(listParticipants([file('nobody.xml', { program: 'UNKNOWN', tin: null })]), []);
  });

  it('says in its text form that eligibility is not in the files', () => {
    assert.match(
      renderParticipants(listParticipants([group])),
      /^Group 000777777\n {2}2025 · mips\n {2}group\.xml\n\n1 participant\. .*not in the files/,
    );
  });
});
