import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ScoreMessage } from '../../../../client/src/scorePanel/messages.ts';
import { createOpenDocuments } from '../../../../server/src/lsp/openDocuments.ts';
import type { ScoreResult } from '../../../../server/src/lsp/protocol.ts';
import { score } from '../../../../server/src/lsp/score/score.ts';
import { readSettings } from '../../../../server/src/lsp/settings.ts';
import { DEFAULT_OPTIONS, type ScoreOptions } from '../../../../server/src/scoring/options.ts';
import { DEFAULT_PRACTICE } from '../../../../server/src/scoring/practice.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { file, measurement, RATE, registrySet } from '../../../fixtures/qppJson/submission.ts';

/** A file with two quality measures and an improvement activity. */
export const TEXT = file([
  registrySet([measurement('236', RATE), measurement('130', RATE)]),
  registrySet([measurement('IA_PCMH', true)], { category: 'ia' }),
]);

/** The score of a text as the server gives it. */
export function scoreResult(text: string, options: Partial<ScoreOptions> = {}): ScoreResult {
  const source = TextDocument.create('file:///folder/file.json', '', 1, text);
  const open = createOpenDocuments().read(source, readSettings(undefined), knowledge);
  const result = score([open], { ...DEFAULT_OPTIONS, ...options }, knowledge);
  if (!result) throw new Error('The text is no submission.');
  return result;
}

/** What the page is told of a text. */
export function scoreMessage(text = TEXT, options: Partial<ScoreOptions> = {}): ScoreMessage {
  return {
    type: 'score',
    files: [{ uri: 'file:///folder/file.json', name: 'folder/file.json' }],
    isFollowing: true,
    result: scoreResult(text, options),
    programName: null,
    practice: DEFAULT_PRACTICE,
    whatIf: options.whatIf ?? [],
  };
}
