import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { startClient } from './client.ts';

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

// What a server in a browser cannot do.
describe('The language server as a process', () => {
  it("takes measures and benchmarks from a newer checkout of CMS's data as soon as one is named", async () => {
    const checkout = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-checkout-'));
    const guid = '12345678-0000-4000-8000-000000000000';
    const measure = {
      category: 'quality',
      measureId: '236',
      title: 'Newer',
      metricType: 'singlePerformanceRate',
      eMeasureId: 'CMS165v14',
      eMeasureUuid: guid,
      isInverse: false,
      submissionMethods: ['electronicHealthRecord'],
      strata: [],
    };
    fs.mkdirSync(path.join(checkout, 'measures/2026'), { recursive: true });
    fs.mkdirSync(path.join(checkout, 'benchmarks'));
    fs.writeFileSync(path.join(checkout, 'measures/2026/measures-data.json'), JSON.stringify([measure]));
    const text = qrda3({ year: 2026, quality: [{ ecqm: 'CMS165', guid }] });
    const client = await startClient({});
    const uri = 'file:///newer.xml';
    assert(rulesOf(await client.open(uri, text)).includes('measure-guid-unpublished'));
    const changed = client.published(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { qppLens: { measuresData: checkout } },
    });
    const rules = rulesOf(await changed);
    assert(!rules.includes('measure-guid-unpublished') && !rules.includes('measure-guid-unknown'));
    await client.stop();
    fs.rmSync(checkout, { recursive: true });
  });
});
