import assert from 'node:assert/strict';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

/** The year of a text, and what its submission is filed under. */
function yearsOf(text: string): readonly [rules: number | null, filed: number | undefined] {
  const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
  assert(document.format === 'qrda3');
  return [document.performanceYear, document.submission.performanceYear?.value];
}

/** A file of 2025 with three sections. */
const text = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS165' }],
  pi: [['PI_PPHI_1', true]],
  activities: ['IA_EPA_1'],
});

describe('The year a QRDA III file was written for', () => {
  it('is that of its periods and its template', () => {
    for (const year of performanceYears) {
      assert.deepEqual(yearsOf(qrda3({ year, quality: [{ ecqm: 'CMS165' }] })), [year, year]);
    }
  });

  it('stays when one section has a period of another year, under which CMS files the document', () => {
    assert.deepEqual(yearsOf(text.replace('value="20250101"', 'value="20240101"')), [2025, 2024]);
  });

  it("is the template's when all periods are older: test dates in a new file", () => {
    assert.deepEqual(yearsOf(text.replaceAll('value="20250101"', 'value="20200101"')), [2025, 2020]);
  });

  it("is the periods' when the template is older: a file that was moved on by half", () => {
    assert.deepEqual(yearsOf(text.replace('"2024-12-01"', '"2022-12-01"')), [2025, 2025]);
  });

  it("is the periods' when the template has no version of any year", () => {
    assert.deepEqual(yearsOf(text.replace('"2024-12-01"', '"2023-01-01"')), [2025, 2025]);
  });

  it('is not known where neither stands', () => {
    const bare = text.replaceAll('value="20250101"', 'value=""').replace('"2024-12-01"', '"2023-01-01"');
    assert.deepEqual(yearsOf(bare), [null, undefined]);
  });
});
