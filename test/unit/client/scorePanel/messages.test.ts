import assert from 'node:assert/strict';
import { isPageMessage, isPanelState, isScoreMessage } from '../../../../client/src/scorePanel/messages.ts';

describe('messages of the score panel', () => {
  it('takes the two messages a page sends', () => {
    assert.ok(isPageMessage({ type: 'ready' }));
    assert.ok(isPageMessage({ type: 'reveal', category: 'quality', index: 0 }));
  });

  const refusedPageMessages: readonly unknown[] = [
    null,
    undefined,
    'ready',
    [],
    {},
    { type: 'open' },
    { type: 'reveal' },
    { type: 'reveal', category: 'cost', index: 0 },
    { type: 'reveal', category: '__proto__', index: 0 },
    { type: 'reveal', category: 'quality', index: -1 },
    { type: 'reveal', category: 'quality', index: 0.5 },
    { type: 'reveal', category: 'quality', index: '0' },
  ];
  for (const message of refusedPageMessages) {
    it(`refuses ${JSON.stringify(message)} from a page`, () => assert.equal(isPageMessage(message), false));
  }

  it('takes a score without file and without result', () => {
    assert.ok(isScoreMessage({ type: 'score', file: null, result: null }));
    assert.ok(isScoreMessage({ type: 'score', file: { uri: 'file:///a.xml', name: 'a.xml' }, result: null }));
  });

  it('refuses a score whose lists are missing', () => {
    const result = { breakdown: { quality: {}, pi: {}, ia: {}, estimate: {} }, places: { quality: [] } };
    assert.equal(isScoreMessage({ type: 'score', file: null, result }), false);
  });

  it('takes only a state with an address from an earlier window', () => {
    assert.ok(isPanelState({ uri: 'file:///a.xml' }));
    for (const state of [undefined, null, 'file:///a.xml', {}, { uri: 1 }]) {
      assert.equal(isPanelState(state), false);
    }
  });
});
