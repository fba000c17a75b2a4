import assert from 'node:assert/strict';
import type { CodeLens, DocumentLink, InlayHint } from 'vscode-languageserver-protocol';
import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

const XML = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [3, 4]]] });

describe('Annotations of a file over stdio', () => {
  const uri = 'file:///annotations.xml';
  const textDocument = { uri };
  const lines = XML.split('\n');
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  let client: Client;
  before(async () => {
    client = await startClient();
    await client.open(uri, XML);
  });
  after(() => client.stop());

  const hints = () =>
    client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });

  it('show hints behind values, of the kinds that the settings leave on', async () => {
    const rate = (await hints()).find(({ label }) => label === '66.67 % (60 of 90)');
    assert(lines[rate?.position.line ?? 0]?.includes('value="60"'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { qppLens: { inlayHints: { rates: false, measureNames: true, dates: false } } },
    });
    const left = (await hints()).map(({ label }) => label);
    assert(left.includes('236 · CMS165v13 · Controlling High Blood Pressure') && left.includes('Numerator'));
    assert(!left.includes('66.67 % (60 of 90)') && !left.includes('2025-01-01'));
  });

  const lenses = (of = textDocument) =>
    client.connection.sendRequest<CodeLens[] | null>('textDocument/codeLens', { textDocument: of });
  it('show above each measure what it is worth', async () => {
    const shown = (await lenses()) ?? [];
    assert.deepEqual(
      shown.map(({ range }) => lines[range.start.line]?.trim().slice(0, 10)),
      ['<organizer', '<organizer'],
    );
    const [quality, pi] = shown;
    assert.equal(quality?.command?.title, '66.67 % · decile 5 · 5.4 of 10 points');
    assert.match(quality?.command?.tooltip ?? '', /decile/i);
    assert.equal(quality?.command?.command, 'qppLens.showScore');
    assert.deepEqual(quality?.command?.arguments, [
      { uri, measureId: '236', collectionType: 'electronicHealthRecord' },
    ]);
    assert.equal(pi?.command?.title, '8 of 10 points');
  });

  it('follow an edit', async () => {
    const line = lines.findIndex((text) => text.includes('value="60"'));
    const start = lines[line]?.indexOf('60') ?? 0;
    await client.change(uri, 2, { line, start, end: start + 2, text: '90' });
    assert.match((await lenses())?.[0]?.command?.title ?? '', /^100 % · decile 10 · 10 of 10 points/);
    await client.change(uri, 3, { line, start, end: start + 2, text: '60' });
  });

  it('have a reason for a title where a measure has no points', async () => {
    const of = { uri: 'file:///exclusion.xml' };
    await client.open(of.uri, qrda3({ year: 2025, pi: [['PI_LVPP_1', true]] }));
    assert.equal((await lenses(of))?.[0]?.command?.title, 'Exclusion: yes');
  });

  it('tell the points of a measure in each program that it is sent for', async () => {
    const of = { uri: 'file:///programs.json' };
    const sets = ['mips', 'M1366'].map((programName) =>
      registrySet([measurement('236', RATE)], { programName }),
    );
    await client.open(of.uri, file(sets));
    const titles = ((await lenses(of)) ?? []).map(({ command }) => command?.title ?? '');
    assert.equal(titles.length, 2);
    assert(
      titles.every((title) => title.startsWith('66.67 % · ')),
      titles.join('\n'),
    );
  });

  it('say that nothing is scored where the year has no scores', async () => {
    const of = { uri: 'file:///nothing.json' };
    await client.open(of.uri, file([registrySet([measurement('236', RATE)])], { performanceYear: 2017 }));
    assert.deepEqual((await lenses(of))?.[0]?.command, {
      title: 'not scored',
      tooltip: 'Performance year 2017 is not scored.',
      command: '',
    });
  });

  it('are switched off by a setting', async () => {
    const set = (codeLens: boolean) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { qppLens: { codeLens } },
      });
    await set(false);
    assert.equal(await lenses(), null);
    await set(true);
  });

  const linksCalled = async (name: string) => {
    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument,
    });
    return links.filter(({ tooltip }) => tooltip?.startsWith(name));
  };

  it('link the templates of the document and its sections to the guide of the year', async () => {
    const texts = (await linksCalled('Implementation guide 2025: ')).map(
      ({ range: { start, end }, target }) => {
        assert.match(target ?? '', /2025-CMS-QRDA-III-EC-IG/);
        return lines[start.line]?.slice(start.character, end.character);
      },
    );
    assert(
      texts.includes('2.16.840.1.113883.10.20.27.1.2') && texts.includes('2.16.840.1.113883.10.20.27.2.1'),
    );
  });

  it('link a measure to its specification of the year and collection type', async () => {
    const links = await linksCalled('Specification');
    const specification = ecqm('CMS165', 2025).specifications.electronicHealthRecord;
    assert.deepEqual(
      links.map(({ target }) => target),
      [specification, links[1]?.target],
    );
    assert.match(
      links[1]?.target ?? '',
      /^https:\/\/qpp\.cms\.gov\/docs\/pi_specifications\/Measure%20Specifications\//,
    );
    const { line = 0, character = 0 } = links[0]?.range.start ?? {};
    assert(lines[line]?.startsWith(ecqm('CMS165', 2025).eMeasureGuid ?? '-', character));
  });
});
