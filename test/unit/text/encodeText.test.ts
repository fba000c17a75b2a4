import assert from 'node:assert/strict';
import { decodeBytes } from '../../../server/src/text/decodeBytes.ts';
import { encodeText } from '../../../server/src/text/encodeText.ts';

const LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9</a>';

describe('Encoding a text as it was read', () => {
  for (const [what, bytes] of [
    ['UTF-8', Buffer.from('<a>\u00e9\ud83d\ude00</a>')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff<a>\u00e9</a>')],
    ['UTF-16', Buffer.from('\ufeff<a>\u00e9</a>', 'utf16le')],
    ['a declared single-byte encoding', Buffer.from(LATIN, 'latin1')],
  ] as const) {
    it(`gives the same bytes for ${what}`, () => {
      const decoded = decodeBytes(bytes);
      assert.deepEqual(Buffer.from(encodeText(decoded.text, decoded) ?? []), bytes);
    });
  }

  it('says so when the encoding lacks a character', () => {
    assert.equal(encodeText('\u4e2d', decodeBytes(Buffer.from(LATIN, 'latin1'))), null);
  });
});
