import * as vscode from 'vscode';
import type { ScoreParams, ScoreResult } from '../../../server/src/lsp/protocol.ts';
import type { WhatIf } from '../../../server/src/scoring/whatIf.ts';
import { isSelected } from '../documentSelector.ts';
import type { LanguageServer } from '../languageServer.ts';
import { createFileTexts, openDocument } from './fileTexts.ts';
import { createLatestOnly } from './latestOnly.ts';
import type { ScoreMessage } from './messages.ts';
import type { PracticeStore } from './practiceStore.ts';
import { createWhatIfStore, NOTHING_SHOWN, type Shown } from './shown.ts';

/** What a panel works with. */
export interface PanelSurroundings {
  readonly server: LanguageServer;
  readonly practice: PracticeStore;
}

/** The score of some files, asked for again whenever something it depends on changes. */
export interface ScoreSource extends vscode.Disposable {
  readonly shown: Shown;
  show(shown: Shown): void;
  tryOut(whatIf: readonly WhatIf[]): void;
  /** Asks for the score now. */
  refresh(): void;
}

/** Pause before the score is asked for once more when the answer was for an older text, in milliseconds. */
const AGAIN_PAUSE = 20;

/** Calls back with each score; nothing is asked for while `isWatched` says that nobody looks. */
export function createScoreSource(
  { server, practice }: PanelSurroundings,
  isWatched: () => boolean,
  onScore: (message: ScoreMessage) => Promise<void>,
): ScoreSource {
  const texts = createFileTexts();
  const whatIfs = createWhatIfStore();
  const latest = createLatestOnly(ask);
  let shown = NOTHING_SHOWN;
  let timer: NodeJS.Timeout | undefined;

  async function ask(): Promise<void> {
    const asked = shown;
    const whatIf = whatIfs.of(asked);
    const files = await Promise.all(asked.uris.map(texts.scoreFile));
    const result = await answer({ files, programName: asked.programName, whatIf });
    // Without an answer, what is shown stays: a server that starts again will be asked again.
    if (asked !== shown || result === undefined) return;
    await onScore({
      type: 'score',
      ...asked,
      files: asked.uris.map(shownFile),
      result,
      practice: practice.read(),
      whatIf,
    });
    if (result !== null && isOutdated(asked, result)) timer = setTimeout(refresh, AGAIN_PAUSE);
  }

  /** `undefined` when nobody answers for now. */
  function answer(params: ScoreParams): Promise<ScoreResult | null | undefined> {
    if (params.files.length === 0) return Promise.resolve(null);
    return server.score(params).catch(() => undefined);
  }

  function refresh(): void {
    if (isWatched()) latest.request();
  }

  const subscriptions = vscode.Disposable.from(
    texts,
    texts.onChange(refresh),
    practice.onChange(refresh),
    server.onReady(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isAmong(shown, document.uri)) refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('qppLens')) refresh();
    }),
  );
  return {
    get shown() {
      return shown;
    },
    show(next) {
      shown = next;
      refresh();
    },
    tryOut(whatIf) {
      whatIfs.set(shown, whatIf);
      refresh();
    },
    refresh,
    dispose() {
      clearTimeout(timer);
      latest.stop();
      subscriptions.dispose();
    },
  };
}

/** Whether a file is one of those shown. */
export function isAmong({ uris }: Shown, file: vscode.Uri): boolean {
  const address = file.toString();
  return uris.some((uri) => uri.toString() === address);
}

/** Whether the user has typed on since the text that was scored. */
function isOutdated({ uris }: Shown, { versions }: ScoreResult): boolean {
  return uris.some((uri, index) => {
    const document = openDocument(uri);
    const version = versions[index] ?? null;
    return document !== undefined && isSelected(document) && version !== null && version < document.version;
  });
}

function shownFile(uri: vscode.Uri) {
  return { uri: uri.toString(), name: vscode.workspace.asRelativePath(uri) };
}
