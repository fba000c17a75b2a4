import assert from 'node:assert/strict';
import { csvCell, scoreCsv } from '../../../../../client/src/scorePanel/export/csv.ts';
import { markup } from '../../../../../client/src/scorePanel/export/markup.ts';
import { printablePage } from '../../../../../client/src/scorePanel/export/printablePage.ts';
import type { ScoreMessage } from '../../../../../client/src/scorePanel/messages.ts';
import { scoreMessage } from '../scoreMessage.ts';

const date = new Date('2026-03-01T12:00:00Z');

/** The score with a measure of that title. */
function titled(title: string): ScoreMessage {
  const message = scoreMessage();
  assert(message.result);
  const { breakdown } = message.result;
  const measures = breakdown.quality.measures.map((measure) => ({ ...measure, title }));
  const result = {
    ...message.result,
    breakdown: { ...breakdown, quality: { ...breakdown.quality, measures } },
  };
  return { ...message, result };
}

describe('a cell of the CSV', () => {
  it('is quoted where it has a comma, a quotation mark or a line break', () => {
    assert.equal(csvCell('a, "b"'), '"a, ""b"""');
    assert.equal(csvCell('a\nb'), '"a\nb"');
    assert.equal(csvCell('plain'), 'plain');
  });

  it('is no formula for a spreadsheet, whatever a file says', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) assert.match(csvCell(text), /^"?'/);
    assert.equal(csvCell('=HYPERLINK("x")'), `"'=HYPERLINK(""x"")"`);
  });

  it('leaves figures figures', () => {
    assert.equal(csvCell(66.67), '66.67');
    assert.equal(csvCell(-3), '-3');
    assert.equal(csvCell(null), '');
  });
});

describe('the score as CSV', () => {
  const lines = scoreCsv(scoreMessage()).split('\r\n');

  it('begins with a byte order mark and the names of the columns', () => {
    assert.match(lines[0] ?? '', /^\uFEFFCategory,Id,Title,Collection type,Performance rate/);
  });

  it('has a line for each measure with its figures and its place', () => {
    const line = lines.find((candidate) => candidate.includes(',236,')) ?? '';
    assert.match(line, /^Quality,236,[^,]+,MIPS CQM,66\.67,100,100,/);
    assert.match(line, /,folder\/file\.json,\d+$/);
  });

  it('has the sub-totals, the activities and the estimate with its assumptions', () => {
    assert(lines.some((line) => /^Quality,,Sub-total,/.test(line)));
    assert(lines.some((line) => /^Improvement Activities,IA_PCMH,/.test(line)));
    assert(lines.some((line) => /^Estimate,,"Final score, estimated",/.test(line)));
    assert(lines.some((line) => /^Estimate,,Assumption,/.test(line)));
  });

  it('says when it was made with what-ifs', () => {
    const whatIf = [{ measureId: '236', value: { kind: 'counts', met: 1, of: 2 } } as const];
    assert.match(scoreCsv(scoreMessage(undefined, { whatIf })), /what-if values/);
  });
});

describe('the printable page', () => {
  const page = printablePage(scoreMessage(), date);

  it('shows participant, files, date and the figures of each measure', () => {
    for (const text of ['TIN 000123456', 'folder/file.json', '2026-03-01', '66.67%', 'IA_PCMH']) {
      assert(page.includes(text), text);
    }
  });

  it('has no script and loads nothing', () => {
    assert.doesNotMatch(page, /<script|javascript:|\ssrc=|\shref=|url\(/i);
    assert.match(page, /Content-Security-Policy" content="default-src 'none'/);
  });

  it('escapes what a file says', () => {
    const text = printablePage(titled('<img src=x onerror=alert(1)> & "quoted"'), date);
    assert(text.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;'));
    assert(!text.includes('<img'));
  });
});

describe('markup', () => {
  it('escapes texts and keeps pieces', () => {
    const piece = markup`<b title="${'"'}">${"<'>"}</b>`;
    assert.equal(
      markup`${piece}${[piece, piece]}${3}${null}`.html.split('<b title="&quot;">&lt;&#39;&gt;</b>').length,
      4,
    );
  });
});
