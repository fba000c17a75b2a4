import assert from 'node:assert/strict';
import {
  countFindings,
  findingsText,
  severityOf,
  statusText,
  summaryLabel,
} from '../../../../client/src/status/statusText.ts';
import type { FileSummary } from '../../../../server/src/lsp/protocol.ts';

const SUMMARY: FileSummary = {
  format: 'qrda3',
  performanceYear: 2025,
  programs: ['mips'],
  participant: { entityType: 'individual', tin: '000777777', npi: '0777777777' },
};

describe('The status of the active file', () => {
  const findings = countFindings([{ severity: 0 }, { severity: 1 }, { severity: 1 }, { severity: 3 }]);

  it('names year, program, participant and the number of findings, hints apart', () => {
    assert.equal(
      statusText(SUMMARY, findings),
      '2025 · mips · Individual 000777777 / 0777777777 · 3 findings',
    );
  });

  it('says what the file does not tell', () => {
    const unknown = { ...SUMMARY, performanceYear: null, participant: null, programs: [] };
    assert.equal(summaryLabel(unknown), 'QRDA III · year unknown · participant unknown');
  });

  it('counts the findings by severity, and takes the gravest', () => {
    assert.equal(findingsText(findings), '1 error, 2 warnings');
    assert.equal(severityOf(findings), 'error');
    assert.equal(findingsText(countFindings([])), 'no findings');
    assert.equal(severityOf(countFindings([{ severity: 2 }])), 'information');
  });
});
