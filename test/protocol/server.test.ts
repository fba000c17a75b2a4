import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import type { ScoreResult } from '../../server/src/lsp/protocol.ts';
import type { ParticipantEntry } from '../../server/src/workspace/participants.ts';
import { qrda3, TEST_TIN } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

/** Line and character of the first place where a text stands. */
function placeOf(text: string, what: string): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(what)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('The language server over stdio', () => {
  let client: Client;
  let count = 0;
  const newUri = (ending: string) => `file:///files/${count++}.${ending}`;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const valid = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
  const staleGuid = ecqm('CMS165', 2024).eMeasureGuid ?? '';
  const rightGuid = ecqm('CMS165', 2025).eMeasureGuid ?? '';

  it('publishes a finding with its rule, its place and where it comes from', async () => {
    const diagnostics = await client.open(newUri('xml'), stale);
    const finding = diagnostics.find(({ code }) => code === 'measure-guid-unknown');
    const start = placeOf(stale, staleGuid);
    assert.deepEqual(finding?.range, {
      start,
      end: { ...start, character: start.character + staleGuid.length },
    });
    assert.equal(finding?.source, 'QPP Lens');
    assert.equal(finding?.severity, 1);
    assert.match(String(finding?.message), /CMS upload, CMS error 6/);
  });

  it('says nothing of a file that is neither QRDA III nor QPP JSON, however broken it is', async () => {
    assert.deepEqual(await client.open(newUri('xml'), '<project><unclosed></project>'), []);
    assert.deepEqual(await client.open(newUri('json'), '{ // a comment\n "name": 1, }'), []);
  });

  it('follows single edits: a fault appears as it is typed and goes as it is mended', async () => {
    const uri = newUri('xml');
    assert(!rulesOf(await client.open(uri, valid)).includes('measure-guid-unknown'));
    const { line, character } = placeOf(valid, rightGuid);
    const broken = await client.change(uri, 2, { line, start: character, end: character + 1, text: 'f' });
    assert(rulesOf(broken).includes('measure-guid-unknown'));
    const mended = await client.change(uri, 3, {
      line,
      start: character,
      end: character + 1,
      text: rightGuid.slice(0, 1),
    });
    assert(!rulesOf(mended).includes('measure-guid-unknown'));
  });

  it('clears the findings of a file that is closed', async () => {
    const uri = newUri('xml');
    await client.open(uri, stale);
    assert.deepEqual(await client.close(uri), []);
  });

  it('shows the measure card on a GUID', async () => {
    const uri = newUri('xml');
    await client.open(uri, valid);
    const position = placeOf(valid, rightGuid);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    const { value } = hover.contents as { readonly value: string };
    assert.match(value, /CMS165v13 · 236/);
    assert.match(value, /Controlling High Blood Pressure/);
    assert.match(value, /Benchmark 2023, eCQM/);
  });

  it('tells on a population GUID what it counts, and of which measure', async () => {
    const uri = newUri('xml');
    const guid = ecqm('CMS165', 2025).strata[0]?.populations?.denominator ?? '';
    await client.open(uri, valid);
    const position = placeOf(valid, guid);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    assert.match(
      (hover.contents as { readonly value: string }).value,
      /Denominator \(DENOM\).* of CMS165v13/,
    );
  });

  it('tells on an element what the guide of the year wants of it, by CONF number', async () => {
    const uri = newUri('xml');
    await client.open(uri, valid);
    const { line, character } = placeOf(valid, '<languageCode');
    const position = { line, character: character + 3 };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    const { value } = hover.contents as { readonly value: string };
    assert.match(value, /languageCode/);
    assert.match(value, /Asked by the guide of 2025/);
  });

  it('offers the fix of a finding as a quick fix', async () => {
    const uri = newUri('xml');
    const diagnostics = await client.open(uri, stale);
    const range = diagnostics.find(({ code }) => code === 'measure-guid-unknown')?.range;
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    assert.match(actions[0]?.title ?? '', /CMS165v13's and \d+ population GUIDs/);
    assert(edits.some(({ newText }) => newText === rightGuid));
  });

  it('scores an open file, and gives the place of each measure', async () => {
    const uri = newUri('xml');
    await client.open(uri, valid);
    const result = await client.connection.sendRequest<ScoreResult>('qppLens/score', { files: [{ uri }] });
    const [measure] = result.breakdown.quality.measures;
    assert.equal(measure?.measureId, '236');
    assert.equal(measure?.performanceRate, 66.67);
    assert.equal(result.breakdown.participant?.tin, TEST_TIN);
    assert(result.places.quality[0]);
  });

  it('has no score for a file that is not open or no submission', async () => {
    const uri = newUri('xml');
    await client.open(uri, '<project/>');
    assert.equal(await client.connection.sendRequest('qppLens/score', { files: [{ uri }] }), null);
    assert.equal(
      await client.connection.sendRequest('qppLens/score', {
        files: [{ uri: 'file:///nowhere.xml' }],
      }),
      null,
    );
  });

  it('scores a file by the text that is sent with it, together with an open one', async () => {
    const uri = newUri('xml');
    await client.open(uri, valid);
    const other = { uri: 'file:///elsewhere.xml', text: qrda3({ year: 2025, activities: ['IA_PCMH'] }) };
    const ask = (files: readonly object[]) =>
      client.connection.sendRequest<ScoreResult>('qppLens/score', { files });
    const { breakdown, places, versions } = await ask([{ uri }, other]);
    assert.deepEqual([breakdown.quality.measures.length, breakdown.ia.percent], [1, 100]);
    assert.deepEqual([places.quality[0]?.file, places.ia[0]?.file], [0, 1]);
    assert.deepEqual(versions, [1, 1]);
    const changed = await ask([{ uri }, { ...other, text: other.text.replace('IA_PCMH', 'IA_PM_2') }]);
    assert.deepEqual([changed.breakdown.ia.activities[0]?.measureId, changed.versions], ['IA_PM_2', [1, 2]]);
  });

  it('scores under what the client states of the practice', async () => {
    const uri = newUri('xml');
    await client.open(uri, valid);
    const ask = () => client.connection.sendRequest<ScoreResult>('qppLens/score', { files: [{ uri }] });
    assert.equal((await ask()).breakdown.quality.bonuses.smallPractice.points, 0);
    await client.connection.sendNotification('qppLens/practice', { smallPractice: true });
    assert.equal((await ask()).breakdown.quality.bonuses.smallPractice.points, 6);
    await client.connection.sendNotification('qppLens/practice', null);
    assert.equal((await ask()).breakdown.quality.bonuses.smallPractice.points, 0);
  });

  it('lists who some files are for', async () => {
    const files = [
      { path: 'a.xml', text: valid },
      { path: 'b.xml', text: '<project/>' },
    ];
    const entries = await client.connection.sendRequest<ParticipantEntry[]>('qppLens/participants', {
      files,
    });
    assert.deepEqual(
      entries.map(({ entityType, id, files: named }) => [entityType, id, named]),
      [['group', TEST_TIN, ['a.xml']]],
    );
  });

  it('answers requests about a file in any damaged state', async () => {
    const uri = newUri('xml');
    await client.open(uri, valid.slice(0, valid.length / 2));
    const position = placeOf(valid, rightGuid);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    assert.match((hover.contents as { readonly value: string }).value, /CMS165v13/);
    assert(await client.connection.sendRequest<ScoreResult>('qppLens/score', { files: [{ uri }] }));
  });

  it('checks QPP JSON the same way', async () => {
    const text = JSON.stringify({
      performanceYear: 2025,
      entityType: 'individual',
      taxpayerIdentificationNumber: TEST_TIN,
      measurementSets: [],
    });
    assert(rulesOf(await client.open(newUri('json'), text)).includes('identifier-missing'));
  });
});

describe('The settings of the language server', () => {
  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });

  it('turn a rule off, or show it otherwise', async () => {
    const client = await startClient({ rules: { 'measure-guid-unknown': 'off' } });
    const uri = 'file:///settings.xml';
    assert(!rulesOf(await client.open(uri, stale)).includes('measure-guid-unknown'));
    const changed = client.published(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { qppLens: { rules: { 'measure-guid-unknown': 'hint' } } },
    });
    assert.equal((await changed).find(({ code }) => code === 'measure-guid-unknown')?.severity, 4);
    await client.stop();
  });

  it('lead from the code of a finding to the page of its rule', async () => {
    const client = await startClient({ rulePages: 'file:///extension/docs/rules' });
    const diagnostics = await client.open('file:///pages.xml', stale);
    const href = diagnostics.find(({ code }) => code === 'measure-guid-unknown')?.codeDescription?.href;
    assert.equal(href, 'file:///extension/docs/rules/measure-guid-unknown.md');
    await client.stop();
  });

  it('judge by another year, and take no harm from values of the wrong kind', async () => {
    const client = await startClient({ performanceYear: 2024, profile: 7, rules: 'none' });
    assert(!rulesOf(await client.open('file:///year.xml', stale)).includes('measure-guid-unknown'));
    await client.stop();
  });
});
