import assert from 'node:assert/strict';
import { decodeBytes } from '../../../server/src/text/decodeBytes.ts';

const utf16le = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('Decoding the bytes of a file', () => {
  it('takes UTF-8 with and without a byte order mark', () => {
    const expected = { text: '<é/>', fault: null, encoding: 'utf-8' };
    assert.deepEqual(decodeBytes(Buffer.from('<é/>')), { ...expected, hasMark: false });
    assert.deepEqual(decodeBytes(Buffer.from('\ufeff<é/>')), { ...expected, hasMark: true });
  });

  it('takes UTF-16 by its byte order mark', () => {
    const declared = '<?xml version="1.0" encoding="UTF-16"?><é/>';
    const expected = { text: declared, fault: null, encoding: 'utf-16le', hasMark: true };
    assert.deepEqual(decodeBytes(utf16le(declared)), expected);
  });

  it('takes UTF-16 without a byte order mark by its first bytes, and tells it where no declaration does', () => {
    const declared = '<?xml version="1.0" encoding="UTF-16"?><é/>';
    const littleEndian = Buffer.from(declared, 'utf16le');
    const expected = { text: declared, fault: null, encoding: 'utf-16le', hasMark: false };
    assert.deepEqual(decodeBytes(littleEndian), expected);
    const bigEndian = decodeBytes(Buffer.from(littleEndian).swap16());
    assert.deepEqual(bigEndian, { ...expected, encoding: 'utf-16be' });
    const { text, fault } = decodeBytes(Buffer.from('<é/>', 'utf16le'));
    assert.equal(text, '<é/>');
    assert.match(fault ?? '', /UTF-16LE without a byte order mark/);
  });

  it('takes the encoding that the XML declaration names', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><é/>';
    const expected = { text, fault: null, encoding: 'iso-8859-1', hasMark: false };
    assert.deepEqual(decodeBytes(Buffer.from(text, 'latin1')), expected);
  });

  it('tells bytes that are not UTF-8, and reads the rest', () => {
    const { text, fault } = decodeBytes(Buffer.from('<é/>', 'latin1'));
    assert.equal(text, '<\ufffd/>');
    assert.match(fault ?? '', /bytes that are not UTF-8/);
  });

  it('tells a declaration that contradicts the bytes', () => {
    assert.match(
      decodeBytes(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>')).fault ?? '',
      /says UTF-16, but/,
    );
    assert.match(
      decodeBytes(utf16le('<?xml version="1.0" encoding="UTF-8"?><a/>')).fault ?? '',
      /UTF-8, but .* UTF-16LE/,
    );
  });
});
