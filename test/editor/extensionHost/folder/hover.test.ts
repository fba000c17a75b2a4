import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, rangeOf, showFile } from '../workspaceFile.ts';

describe('hover', () => {
  it('shows the measure whose GUID the mouse is on', async () => {
    const editor = await showFile('group-2025.xml');
    const guid = rangeOf(editor, '2c928083-8907-ce68-0189-2bbd31d6064e');
    const card = await eventually(() => hoverText(editor, guid.start.translate(0, 3)));
    assert.match(card, /Controlling High Blood Pressure/);
    assert.match(card, /236/);
  });
});

async function hoverText(editor: vscode.TextEditor, position: vscode.Position): Promise<string | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    position,
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n') || undefined;
}
