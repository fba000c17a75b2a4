import assert from 'node:assert/strict';
import { createDiagnosticsSchedule } from '../../../server/src/lsp/diagnosticsSchedule.ts';

describe('The schedule of checks', () => {
  it('goes on with other files when one fails, and tells the fault', async () => {
    const faults: unknown[] = [];
    const schedule = createDiagnosticsSchedule((error) => faults.push(error));
    schedule.request('a.xml', () => {
      throw new Error('broken rule');
    });
    await new Promise<void>((resolve) => schedule.request('b.xml', resolve));
    assert.deepEqual(faults.map(String), ['Error: broken rule']);
  });
});
