import * as vscode from 'vscode';
import type { ScorePlace, ScoreRemark } from '../../../server/src/lsp/protocol.ts';
import type { WhatIf } from '../../../server/src/scoring/whatIf.ts';
import { isSelected } from '../documentSelector.ts';
import { exportScore } from './export/exportScore.ts';
import { isPageMessage } from './messageShapes.ts';
import type { ExportFormat, PageMessage, RowRef, ScoreMessage } from './messages.ts';
import { revealRange } from './reveal.ts';
import { rowAt, rowOf } from './rowAt.ts';
import { createScoreSource, isAmong, type PanelSurroundings } from './scoreSource.ts';
import { following, type Shown } from './shown.ts';

/** A row by its measure. */
export interface MeasureRef {
  readonly measureId: string;
  readonly collectionType: string | undefined;
}

/** A panel's page, kept on the score of its files. */
export interface ScoreView extends vscode.Disposable {
  readonly shown: Shown;
  /** Shows other files, and scrolls to the row of a measure. */
  show(shown: Shown, measure?: MeasureRef): void;
  /** Scores changes in place of what the files say. */
  tryOut(whatIf: readonly WhatIf[]): void;
  export(format: ExportFormat): Promise<void>;
}

/**
 * Fills a panel's page. A view that follows goes along with the user from file to file; while an editor without XML or
 * JSON is active, the last file stays.
 */
export function showScoreIn(panel: vscode.WebviewPanel, surroundings: PanelSurroundings): ScoreView {
  let isListening = false;
  let message: ScoreMessage | null = null;
  let wanted: MeasureRef | undefined;
  let marked: RowRef | null = null;
  const source = createScoreSource(surroundings, () => isListening, post);

  async function post(score: ScoreMessage): Promise<void> {
    message = score;
    await panel.webview.postMessage(score);
    if (wanted === undefined || score.result === null) return mark(cursorRow());
    await mark(rowOf(score.result, wanted.measureId, wanted.collectionType));
    wanted = undefined;
  }

  async function mark(row: RowRef | null): Promise<void> {
    marked = row;
    await panel.webview.postMessage({ type: 'mark', row });
  }

  /** The row of the measurement that the cursor stands in, also while the keyboard is in the panel. */
  function cursorRow(editor = editorBeside(source.shown)): RowRef | null {
    const uri = editor?.document.uri.toString();
    const file = message?.files.findIndex((shown) => shown.uri === uri) ?? -1;
    if (!message?.result || editor === undefined || file === -1) return null;
    return rowAt(message.result, file, editor.selection.active);
  }

  function follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || !source.shown.isFollowing || !isSelected(editor.document)) return;
    if (!isAmong(source.shown, editor.document.uri)) source.show(following(editor.document.uri));
  }

  function reveal(place: ScorePlace | ScoreRemark | null | undefined): void {
    const uri = place && source.shown.uris[place.file];
    if (uri) void revealRange(uri, place.range);
  }

  function answer(sent: PageMessage): void {
    switch (sent.type) {
      case 'ready':
        isListening = true;
        source.refresh();
        break;
      case 'reveal':
        reveal(message?.result?.places[sent.row.category][sent.row.index]);
        break;
      case 'revealRemark':
        reveal(remarksAt(message, sent)?.[sent.remark]);
        break;
      case 'practice':
        surroundings.practice.write(sent.practice);
        break;
      case 'whatIf':
        source.tryOut(sent.whatIf);
        break;
      case 'program':
        source.show({ ...source.shown, programName: sent.programName });
        break;
      case 'export':
        void exportScore(message, sent.format);
        break;
      case 'follow':
        source.show({ ...source.shown, uris: source.shown.uris.slice(0, 1), isFollowing: true });
        follow(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0]);
        break;
    }
  }

  const subscriptions = vscode.Disposable.from(
    source,
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const row = isAmong(source.shown, textEditor.document.uri) ? cursorRow(textEditor) : marked;
      if (row?.category !== marked?.category || row?.index !== marked?.index) void mark(row);
    }),
    panel.onDidChangeViewState(() => {
      // A page that is out of sight is thrown away; the next one says when it listens.
      if (!panel.visible) isListening = false;
    }),
    panel.webview.onDidReceiveMessage((sent: unknown) => {
      if (isPageMessage(sent)) answer(sent);
    }),
  );
  return {
    get shown() {
      return source.shown;
    },
    show(shown, measure) {
      wanted = measure;
      source.show(shown);
    },
    tryOut: source.tryOut,
    export: (format) => exportScore(message, format),
    dispose: () => subscriptions.dispose(),
  };
}

/** An editor of a file that is shown; none is active while the keyboard is in the panel. */
function editorBeside(shown: Shown): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor ?? visibleTextEditors.find(({ document }) => isAmong(shown, document.uri));
}

function remarksAt(
  message: ScoreMessage | null,
  { category, index }: Extract<PageMessage, { type: 'revealRemark' }>,
): readonly ScoreRemark[] | undefined {
  const remarks = message?.result?.remarks;
  return category === 'general' ? remarks?.general : remarks?.[category][index];
}
