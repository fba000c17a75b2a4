import assert from 'node:assert/strict';
import { canElect, type Election, electionCsv } from '../../../../client/src/participants/elections.ts';
import type { WorkspaceParticipant } from '../../../../server/src/lsp/protocol.ts';

const GROUP: WorkspaceParticipant = {
  key: 'group',
  performanceYear: 2025,
  entityType: 'group',
  tin: '000777777',
  npi: null,
  entityId: null,
  programs: ['mips'],
  fileCount: 2,
  conflictCount: 0,
};
const CLINICIAN = { ...GROUP, key: 'clinician', entityType: 'individual', npi: '0777777777' };
const APM = { ...GROUP, key: 'apm', entityType: 'apm', tin: null, entityId: 'A1059' };

describe('The notes on opt-in decisions', () => {
  it('are for whom the upload asks: TINs and clinicians, not APM entities', () => {
    assert.deepEqual([GROUP, CLINICIAN, APM].map(canElect), [true, true, false]);
  });

  it('are exported as one line for each participant, with the ids as text', () => {
    const notes: Readonly<Record<string, Election>> = { clinician: 'optIn' };
    assert.equal(
      electionCsv([GROUP, CLINICIAN, APM], ({ key }) => notes[key]),
      [
        'performance year,participant,TIN,NPI,programs,files,noted decision\r\n',
        '2025,Group,000777777,,mips,2,\r\n',
        '2025,Individual,000777777,0777777777,mips,2,Opt in\r\n',
      ].join(''),
    );
  });

  it('are exported so that no value from a file breaks the table or is run as a formula', () => {
    const odd = { ...GROUP, tin: '=1+1', programs: ['a"b,c'] };
    assert.match(
      electionCsv([odd], () => undefined),
      /\r\n2025,Group,'=1\+1,,"a""b,c",2,\r\n/,
    );
  });
});
