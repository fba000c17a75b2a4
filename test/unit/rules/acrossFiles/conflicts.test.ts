import assert from 'node:assert/strict';
import { conflictFolder, GUIDE_YEARS } from '../../../fixtures/conflicts/conflictFolder.ts';
import { TEST_TIN } from '../../../fixtures/qrda3/document.ts';
import { ecqm } from '../../../fixtures/qrda3/sections.ts';
import { onlyFinding, together } from './together.ts';

for (const year of GUIDE_YEARS) {
  describe(`A folder with the conflicts of the ${year} submission guide`, () => {
    const folder = conflictFolder(year);
    const guid = ecqm('CMS165', year).eMeasureGuid ?? '';

    it('has the findings of its conflicts, each once, and no other', () => {
      const found = together(folder).map(({ path, finding }) => `${finding.rule} in ${path}`);
      assert.deepEqual(found.sort(), [
        'individual-and-group-data in ehr.xml',
        'measure-by-several-collection-types in later-ehr.xml',
        'measure-sent-again in later-ehr.xml',
        'measurement-set-sent-again in later-ehr.xml',
        'pi-answer-conflict in registry.json',
        'pi-answer-conflict in registry.json',
      ]);
    });

    it('has a measure sent twice, of which the last upload counts', () => {
      const { finding, underlined, related } = onlyFinding(folder, 'measure-sent-again');
      assert.equal(underlined, guid);
      assert.deepEqual(related, [`ehr.xml: ${guid}`]);
      assert.match(finding.message, /55 met, 35 not met.*here, 60 met, 30 not met.*there/);
      assert.match(finding.message, /uploaded last counts/);
    });

    it('has a set that replaces another one, with the measure that would be lost', () => {
      const { finding } = onlyFinding(folder, 'measurement-set-sent-again');
      assert.equal(finding.severity, 'warning');
      assert.match(finding.message, /lost: 001 only in "ehr\.xml"\./);
    });

    it('has the eCQM and the MIPS CQM of one measure, of which the better one counts', () => {
      const { underlined, related, finding } = onlyFinding(folder, 'measure-by-several-collection-types');
      assert.equal(underlined, guid);
      assert.deepEqual(related, ['registry.json: 236']);
      assert.match(finding.message, /eCQM here \(\d+\.\d\d points\) and as MIPS CQM or QCDR measure in/);
      assert.match(finding.message, /so the MIPS CQM or QCDR measure counts/);
    });

    it('has Promoting Interoperability by hand that contradicts the EHR, with both places', () => {
      const conflicts = together(folder).filter(({ finding }) => finding.rule === 'pi-answer-conflict');
      assert.deepEqual(
        conflicts.map(({ underlined, related }) => [underlined, ...related]),
        [
          ['PI_EP_1', 'ehr.xml: PI_EP_1'],
          ['PI_PPHI_1', 'ehr.xml: PI_PPHI_1'],
        ],
      );
      assert.match(conflicts[0]?.finding.message ?? '', /is 100\/150 here.*120\/150 in "ehr\.xml"/);
      assert.match(conflicts[1]?.finding.message ?? '', /is no here.*yes in "ehr\.xml"/);
      for (const { finding } of conflicts) assert.match(finding.message, /whole category zero/);
    });

    it('has a group and one of its clinicians, who are scored apart', () => {
      const { underlined, related, finding } = onlyFinding(folder, 'individual-and-group-data');
      assert.equal(underlined, TEST_TIN);
      assert.deepEqual(related, [`clinician.xml: ${TEST_TIN}`]);
      assert.equal(finding.severity, 'information');
    });
  });
}
