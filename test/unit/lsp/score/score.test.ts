import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createOpenDocuments, type OpenDocument } from '../../../../server/src/lsp/openDocuments.ts';
import type { ScorePlace, ScoreResult } from '../../../../server/src/lsp/protocol.ts';
import { score } from '../../../../server/src/lsp/score/score.ts';
import { readSettings } from '../../../../server/src/lsp/settings.ts';
import { DEFAULT_OPTIONS, type ScoreOptions } from '../../../../server/src/scoring/options.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { file, measurement, RATE, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';

const activities = (...ids: readonly string[]) => ({
  category: 'ia',
  submissionMethod: 'registry',
  programName: 'mips',
  performanceStart: '2025-01-01',
  performanceEnd: '2025-12-31',
  measurements: ids.map((id) => measurement(id, true)),
});

function scoreOf(texts: readonly string[], options: Partial<ScoreOptions> = {}): ScoreResult {
  const result = score(texts.map(opened), { ...DEFAULT_OPTIONS, ...options }, knowledge);
  assert(result);
  return result;
}

function opened(text: string, index: number): OpenDocument {
  const source = TextDocument.create(`file:///${index}`, '', 7, text);
  return createOpenDocuments().read(source, readSettings(undefined), knowledge);
}

/** The text at a place. */
function textAt(texts: readonly string[], place: ScorePlace | null | undefined, part: 'range' | 'extent') {
  assert(place);
  const text = TextDocument.create('file:///place', '', 1, texts[place.file] ?? '');
  return text.getText(place[part]);
}

describe('the score of files in the editor', () => {
  const json = file([registrySet([measurement('236', RATE), measurement('130', RATE)])]);
  const xml = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [9, 10]]] });

  it('gives the id of a QPP JSON measurement and the whole object around it', () => {
    const { breakdown, places } = scoreOf([json]);
    const row = breakdown.quality.measures.findIndex(({ measureId }) => measureId === '130');
    assert.equal(textAt([json], places.quality[row], 'range'), '130');
    const { measureId, value } = JSON.parse(textAt([json], places.quality[row], 'extent'));
    assert.deepEqual([measureId, value], ['130', RATE]);
  });

  it('gives the element of a QRDA III measure', () => {
    const { places } = scoreOf([xml]);
    assert.equal(textAt([xml], places.quality[0], 'range'), 'organizer');
    assert.match(textAt([xml], places.quality[0], 'extent'), /^<organizer.*<\/organizer>$/s);
  });

  it('scores several files of one participant together and says in which file a row stands', () => {
    const texts = [json, file([activities('IA_PCMH')])];
    const { breakdown, places, versions } = scoreOf(texts);
    assert.deepEqual([breakdown.quality.measures.length, breakdown.ia.percent], [2, 100]);
    assert.deepEqual([places.quality[0]?.file, places.ia[0]?.file], [0, 1]);
    assert.equal(textAt(texts, places.ia[0], 'range'), 'IA_PCMH');
    assert.deepEqual(versions, [7, 7]);
  });

  it('passes over a file that is not there and one that is no submission', () => {
    const result = score([null, opened('<project/>', 1), opened(json, 2)], DEFAULT_OPTIONS, knowledge);
    assert.equal(result?.places.quality[0]?.file, 2);
    assert.deepEqual(result?.versions, [null, 7, 7]);
    assert.equal(score([null, opened('<project/>', 1)], DEFAULT_OPTIONS, knowledge), null);
  });

  it('gives the score of the files as they are beside that of a what-if', () => {
    const { breakdown, unchanged } = scoreOf([json], {
      whatIf: [{ measureId: '236', value: { kind: 'counts', met: 90, of: 90 } }],
    });
    const rate = (of: ScoreResult['unchanged']) =>
      of?.quality.measures.find(({ measureId }) => measureId === '236')?.performanceRate;
    assert.deepEqual([rate(breakdown), rate(unchanged)], [100, 66.67]);
    assert.equal(scoreOf([json]).unchanged, null);
  });

  it('gives no place to a measure that only a what-if adds', () => {
    const { breakdown, places } = scoreOf([json], {
      whatIf: [{ measureId: 'IA_PCMH', value: { kind: 'answer', yes: true } }],
    });
    assert.equal(breakdown.ia.activities.length, 1);
    assert.deepEqual(places.ia, [null]);
  });

  it('names the programs of the files and scores the one that is asked for', () => {
    const text = file([
      registrySet([measurement('236', RATE)]),
      registrySet([measurement('236', RATE)], { programName: 'app1' }),
    ]);
    assert.deepEqual(scoreOf([text]).programs, ['mips', 'app1']);
    assert.equal(scoreOf([text], { programName: 'app1' }).breakdown.programName, 'app1');
  });

  it('puts a finding that costs points at the measure it stands in', () => {
    const { breakdown, remarks } = scoreOf([
      file([registrySet([measurement('236', { ...RATE, performanceMet: -1 }), measurement('130', RATE)])]),
    ]);
    const row = breakdown.quality.measures.findIndex(({ measureId }) => measureId === '236');
    assert.deepEqual(
      remarks.quality[row]?.map(({ severity, file: of }) => [severity, of]),
      [['error', 0]],
    );
    assert.match(remarks.quality[row]?.[0]?.message ?? '', /-1/);
    assert.equal(remarks.quality.flat().length, 1);
  });

  it('tells a finding that makes CMS refuse the file apart from the measures, and leaves out others', () => {
    const { remarks } = scoreOf([
      file([registrySet([measurement('236', RATE)])], { taxpayerIdentificationNumber: '1' }),
    ]);
    assert.deepEqual(
      remarks.general.map(({ rule }) => rule),
      ['tin-form'],
    );
    assert.deepEqual(scoreOf([json]).remarks.general, []);
  });
});
