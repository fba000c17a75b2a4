import assert from 'node:assert/strict';
import {
  isMarkMessage,
  isPageMessage,
  isPanelState,
  isScoreMessage,
} from '../../../../client/src/scorePanel/messageShapes.ts';
import { DEFAULT_PRACTICE } from '../../../../server/src/scoring/practice.ts';
import { scoreMessage } from './scoreMessage.ts';

const change = { measureId: '236', collectionType: 'registry', value: { kind: 'counts', met: 1, of: 2 } };

describe('messages of the score panel', () => {
  const pageMessages: readonly unknown[] = [
    { type: 'ready' },
    { type: 'follow' },
    { type: 'reveal', row: { category: 'quality', index: 0 } },
    { type: 'revealRemark', category: 'general', index: 0, remark: 1 },
    { type: 'revealRemark', category: 'ia', index: 3, remark: 0 },
    { type: 'practice', practice: { ...DEFAULT_PRACTICE, smallPractice: true, reweighted: ['pi'] } },
    { type: 'whatIf', whatIf: [] },
    { type: 'whatIf', whatIf: [change, { measureId: 'IA_PCMH', value: { kind: 'answer', yes: true } }] },
    { type: 'program', programName: 'app1' },
    { type: 'export', format: 'csv' },
  ];
  for (const message of pageMessages) {
    it(`takes ${JSON.stringify(message)} from a page`, () => assert.equal(isPageMessage(message), true));
  }

  const refusedPageMessages: readonly unknown[] = [
    null,
    undefined,
    'ready',
    [],
    {},
    { type: 'open' },
    { type: 'reveal' },
    { type: 'reveal', row: null },
    { type: 'reveal', row: { category: 'cost', index: 0 } },
    { type: 'reveal', row: { category: '__proto__', index: 0 } },
    { type: 'reveal', row: { category: 'quality', index: -1 } },
    { type: 'reveal', row: { category: 'quality', index: 0.5 } },
    { type: 'reveal', row: { category: 'quality', index: '0' } },
    { type: 'revealRemark', category: 'general', index: 0 },
    { type: 'revealRemark', category: 'cost', index: 0, remark: 0 },
    { type: 'practice', practice: null },
    { type: 'practice', practice: { smallPractice: true } },
    { type: 'practice', practice: { ...DEFAULT_PRACTICE, costPercent: 101 } },
    { type: 'practice', practice: { ...DEFAULT_PRACTICE, further: 1 } },
    { type: 'whatIf', whatIf: change },
    { type: 'whatIf', whatIf: [{ ...change, value: { kind: 'counts', met: 3, of: 2 } }] },
    { type: 'whatIf', whatIf: [{ ...change, value: { kind: 'counts', met: -1, of: 2 } }] },
    { type: 'whatIf', whatIf: [{ ...change, value: { kind: 'answer', yes: 'yes' } }] },
    { type: 'whatIf', whatIf: [{ ...change, value: { kind: 'guess' } }] },
    { type: 'whatIf', whatIf: [{ ...change, measureId: 236 }] },
    { type: 'whatIf', whatIf: [{ ...change, stratum: null }] },
    { type: 'program', programName: null },
    { type: 'export', format: 'exe' },
  ];
  for (const message of refusedPageMessages) {
    it(`refuses ${JSON.stringify(message)} from a page`, () => assert.equal(isPageMessage(message), false));
  }

  it('takes a score, also without files and without result', () => {
    assert.ok(isScoreMessage(scoreMessage()));
    assert.ok(isScoreMessage({ ...scoreMessage(), files: [], result: null }));
  });

  it('refuses a score that lacks a part or has one of another shape', () => {
    const { result, ...message } = scoreMessage();
    assert(result);
    const wrong: readonly unknown[] = [
      null,
      message,
      { ...message, result: {} },
      { ...message, result: { ...result, places: { quality: [] } } },
      { ...message, result: { ...result, remarks: {} } },
      { ...message, result: { ...result, programs: null } },
      { ...message, result: { ...result, breakdown: { ...result.breakdown, quality: null } } },
      { ...message, result: { ...result, unchanged: {} } },
      { ...message, result, files: [{ uri: 1, name: 'a.xml' }] },
      { ...message, result, practice: {} },
      { ...message, result, whatIf: [{}] },
      { ...message, result, isFollowing: undefined },
      { ...message, result, type: 'mark' },
    ];
    for (const message of wrong) assert.equal(isScoreMessage(message), false, JSON.stringify(message));
  });

  it('takes a row to mark, or none', () => {
    assert.ok(isMarkMessage({ type: 'mark', row: null }));
    assert.ok(isMarkMessage({ type: 'mark', row: { category: 'pi', index: 2 } }));
    for (const message of [null, { type: 'mark' }, { type: 'mark', row: 2 }, { type: 'score', row: null }]) {
      assert.equal(isMarkMessage(message), false);
    }
  });

  it('takes only a state that the page wrote from an earlier window', () => {
    const state = { uris: ['file:///a.xml'], isFollowing: true, programName: null, whatIf: [change] };
    assert.ok(isPanelState(state));
    const wrong = [
      { ...state, uris: 'file:///a.xml' },
      { ...state, whatIf: [1] },
      { ...state, programName: 1 },
    ];
    for (const other of [undefined, null, 'file:///a.xml', {}, { uri: 'file:///a.xml' }, ...wrong]) {
      assert.equal(isPanelState(other), false);
    }
  });
});
