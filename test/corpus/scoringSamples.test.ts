import assert from 'node:assert/strict';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { DEFAULT_OPTIONS } from '../../server/src/scoring/options.ts';
import { scoreParticipants } from '../../server/src/scoring/score.ts';
import { catalogs, policies } from '../fixtures/scores.ts';
import { listShared, readShared } from './shared.ts';

const folders: readonly (readonly string[])[] = [
  ['samples', 'qpp-json'],
  ['samples', 'qrda3', 'files'],
  ['samples', 'qrda3', 'mutants'],
];

describe('the score of the sample files', () => {
  for (const folder of folders) {
    it(`has only finite figures with a reason, in every file of ${folder.join('/')}`, () => {
      let scored = 0;
      for (const name of listShared(...folder).filter((file) => /\.(xml|json)$/.test(file))) {
        const document = openDocument(readShared(...folder, name), catalogs, { performanceYear: null });
        if (document.format === null) continue;
        for (const breakdown of scoreParticipants(
          [document.submission],
          DEFAULT_OPTIONS,
          catalogs,
          policies,
        )) {
          assertSound(breakdown, name);
          scored++;
        }
      }
      assert.ok(scored > 10);
    });
  }

  it('is the same for a QRDA III file and the QPP JSON that CMS’s converter makes of it', () => {
    const scoreOf = (...path: readonly string[]) => {
      const document = openDocument(readShared(...path), catalogs, { performanceYear: null });
      assert.ok(document.format !== null);
      const [breakdown] = scoreParticipants([document.submission], DEFAULT_OPTIONS, catalogs, policies);
      return {
        quality: breakdown?.quality.measures.map((row) => [row.measureId, row.performanceRate, row.points]),
        pi: breakdown?.pi.measures.map((row) => [row.measureId, row.points, row.maxPoints]),
        ia: breakdown?.ia.subtotal,
        final: breakdown?.estimate.final,
      };
    };
    assert.deepEqual(
      scoreOf('samples', 'qrda3', 'files', 'convtest__app_plus__2025__App-Plus-Group-QRDA-III.xml'),
      scoreOf('samples', 'qpp-json', 'run-2025-appPlus__App-Plus-Group-QRDA-III.json'),
    );
  });
});

/** No figure is NaN or infinite, and no reason is empty. */
function assertSound(part: unknown, name: string): void {
  if (typeof part === 'number') assert.ok(Number.isFinite(part), name);
  if (typeof part !== 'object' || part === null) return;
  if ('reason' in part) assert.notEqual(part.reason, '', name);
  for (const member of Object.values(part)) assertSound(member, name);
}
