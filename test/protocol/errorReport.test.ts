import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { GoToPathResult, ImportReportResult } from '../../server/src/lsp/protocol.ts';
import { apiReport, converterPath, converterReport } from '../fixtures/errorReports.ts';
import { fileOf, RATE } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

const ENTRY = ['ClinicalDocument', 'component', 'structuredBody', 'component', 'section', 'entry'];

describe("CMS's error report over stdio", () => {
  let client: Client;
  let count = 0;
  const newUri = (ending: string) => `file:///reports/${count++}.${ending}`;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
  const guid = ecqm('CMS165', 2024).eMeasureGuid ?? '';

  /** Opens the file and lays the report upon it. */
  async function imported(uri: string, text: string, report: string): Promise<ImportReportResult> {
    await client.open(uri, text);
    return client.connection.sendRequest<ImportReportResult>('qppLens/importReport', { uri, report });
  }

  it('becomes diagnostics with cause and fix at their places', async () => {
    const path = converterPath(...ENTRY, 'organizer');
    const report = converterReport('a.xml', {
      errorCode: 81,
      message: 'CT - At least one measure is required',
      path,
    });
    const { diagnostics, placeless } = await imported(newUri('xml'), stale, report);
    assert.equal(placeless, 0);
    const [diagnostic] = diagnostics;
    assert.equal(diagnostic?.source, 'CMS report');
    assert.equal(diagnostic?.code, 81);
    assert.match(String(diagnostic?.message), /^CT - At least one measure.*\nCause: .*\nFix: /);
    assert.equal(stale.split('\n')[diagnostic?.range.start.line ?? 0]?.trim().slice(0, 10), '<organizer');
  });

  it('has the quick fix of our own finding of the same fault, which it names', async () => {
    const uri = newUri('xml');
    const path = converterPath(...ENTRY, 'organizer');
    const report = converterReport('a.xml', { errorCode: 6, message: 'CT - The measure GUID is bad', path });
    const [diagnostic] = (await imported(uri, stale, report)).diagnostics;
    assert.match(diagnostic?.relatedInformation?.[0]?.message ?? '', /measure-guid-unknown/);
    const start = { line: 0, character: 0 };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [diagnostic] },
    });
    const edits = actions.flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
    assert.ok(edits.some(({ newText }) => newText === ecqm('CMS165', 2025).eMeasureGuid));
    assert.ok(stale.includes(guid));
  });

  it('is followed by the XPath library where its paths are no steps', async () => {
    const report = apiReport({
      message: 'wrong',
      path: "//cda:externalDocument/cda:id[@extension != '']/@extension",
    });
    const [diagnostic] = (await imported(newUri('xml'), stale, report)).diagnostics;
    const { start, end } = diagnostic?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    assert.equal(stale.split('\n')[start.line]?.slice(start.character, end.character), guid);
  });

  it('is laid upon QPP JSON by JSON paths, and says what it could not read', async () => {
    const report = apiReport(
      { message: 'wrong', path: '$.measurementSets[0].measurements[0].measureId' },
      { x: 1 },
    );
    const text = fileOf('236', RATE);
    const { diagnostics, notes } = await imported(newUri('json'), text, report);
    const { line, character } = diagnostics[0]?.range.start ?? { line: 0, character: 0 };
    assert.equal(text.split('\n')[line]?.slice(character, character + 5), '"236"');
    assert.match(notes[0] ?? '', /1 of 2 entries/);
  });

  it('of a file that is not open is none', async () => {
    const params = { uri: 'file:///reports/closed.xml', report: '{}' };
    assert.equal(await client.connection.sendRequest('qppLens/importReport', params), null);
  });

  it('gives and takes paths', async () => {
    const uri = newUri('xml');
    await client.open(uri, stale);
    const written = converterPath('ClinicalDocument', 'languageCode');
    const found = await client.connection.sendRequest<GoToPathResult>('qppLens/goToPath', {
      uri,
      path: written,
    });
    assert.equal(found.message, null);
    const position = found.range?.start;
    assert.equal(await client.connection.sendRequest('qppLens/pathAt', { uri, position }), written);
    const several = await client.connection.sendRequest<GoToPathResult>('qppLens/goToPath', {
      uri,
      path: '//templateId',
    });
    assert.match(several.message ?? '', /fits \d+ places/);
  });
});
