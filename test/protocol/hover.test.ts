import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-protocol';
import { cursorAt } from '../fixtures/cursor.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

const GUID = ecqm('CMS165', 2025).eMeasureGuid ?? '';
const FILE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replace(
  '<entry typeCode="DRIV">',
  '<!-- CONF:CMS_64 --><entry typeCode="DRIV">',
);

describe('Hover over stdio', () => {
  let client: Client;
  const uri = 'file:///files/hover.xml';
  before(async () => {
    client = await startClient();
    await client.open(uri, FILE);
  });
  after(() => client.stop());

  const places: readonly (readonly [what: string, place: string, says: RegExp])[] = [
    [
      'a measure with its populations and benchmark',
      `${GUID.slice(0, 3)}$0${GUID.slice(3)}`,
      /Populations: IPOP[\s\S]*D10 84\.74 %/,
    ],
    ['what the counts of a measure amount to', 'value="6$00"', /Performance rate: 66\.67 %/],
    ['a rate worked out anew', '0.$0666667', /by the counts: 0\.666667/],
    [
      'a template with its version and how often it stands',
      '27.3.$017" ext',
      /at least one in Quality measure section/,
    ],
    ['a code by name, and what else is allowed', '2106$0-3', /is White[\s\S]*Allowed: /],
    ['a conformance number in a comment', 'CONF:CM$0S_64', /holds exactly one/],
  ];
  for (const [what, place, says] of places) {
    it(`explains ${what}`, async () => {
      const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: cursorAt(FILE, place).position,
      });
      assert.match((hover.contents as { readonly value: string }).value, says);
    });
  }
});
