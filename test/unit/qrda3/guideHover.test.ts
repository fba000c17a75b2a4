import assert from 'node:assert/strict';
import { guideHover } from '../../../server/src/qrda3/guideHover.ts';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { cleanFile } from '../rules/guide/guideFile.ts';

/** The hover at the beginning of the first occurrence of a text, `ahead` characters further on. */
function hoverAt(text: string, what: string, year: number, ahead = 1) {
  return guideHover(parseXml(text), text.indexOf(what) + ahead, year, knowledge.guides);
}

describe('the guide hover', () => {
  it('tells how often an element may stand, and under which numbers', () => {
    const hover = hoverAt(cleanFile(), '<languageCode', 2025);
    assert.match(
      hover?.markdown ?? '',
      /`<ClinicalDocument>` holds exactly one `<languageCode>` · .*5562-17239/,
    );
  });

  it('covers the name of the element', () => {
    const text = cleanFile();
    const span = hoverAt(text, '<languageCode', 2025)?.span;
    assert.equal(text.slice(span?.start, span?.end), 'languageCode');
  });

  it('tells the version of a template and that of the year before', () => {
    const markdown = hoverAt(cleanFile(2026), '2.16.840.1.113883.10.20.27.1.2', 2026)?.markdown ?? '';
    assert.match(markdown, /version of 2026: `2025-05-01`, in 2025: `2024-12-01`/);
  });

  it('tells the version to write where the file has another', () => {
    const markdown = hoverAt(cleanFile(2024), '2.16.840.1.113883.10.20.27.1.2', 2025)?.markdown ?? '';
    assert.match(markdown, /version of 2025: `2024-12-01` \(here: 2022-12-01\)/);
  });

  it('tells the program names, and that they changed', () => {
    const markdown = hoverAt(cleanFile(), 'MIPS_GROUP', 2025)?.markdown ?? '';
    assert.match(markdown, /APP_PLUS_GROUP/);
    assert.match(markdown, /New in 2025/);
    assert.match(markdown, /Asked in 2024, but not any more/);
  });

  it('names an OID', () => {
    assert.match(hoverAt(cleanFile(), '2.16.840.1.113883.4.2"', 2025)?.markdown ?? '', /is TIN/);
  });

  it('says in which value set a code is', () => {
    const text = cleanFile();
    const at = text.indexOf('codeSystem="2.16.840.1.113883.3.249.12"');
    const code = text.lastIndexOf('code="', at);
    const hover = guideHover(parseXml(text), code + 6, 2025, knowledge.guides);
    assert.match(hover?.markdown ?? '', /CMS Payer Groupings/);
  });

  it('says nothing between tags', () => {
    assert.equal(hoverAt(cleanFile(), '\n  <realmCode', 2025, 2), null);
  });

  it('says nothing for a year without a guide', () => {
    assert.equal(hoverAt(cleanFile(), '<languageCode', 2018), null);
  });
});
