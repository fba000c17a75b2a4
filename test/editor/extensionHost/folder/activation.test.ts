import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { QppLensApi } from '../../../../client/src/extension.ts';
import { eventually, replace, showFile } from '../workspaceFile.ts';

// mocha runs the files by name: nothing has opened a QRDA III or QPP JSON file before these tests.
describe('activation', () => {
  it('starts no server for other XML and JSON files', async () => {
    await showFile('note.xml');
    await showFile('data.json');
    const api = await activated();
    assert.equal(api.isServerStarted(), false);
  });

  it('starts no server while other XML is edited', async () => {
    const editor = await showFile('note.xml');
    await replace(editor, 'Anybody', 'Somebody');
    const api = await activated();
    assert.equal(api.isServerStarted(), false);
  });

  it('starts the server once an edit makes a new file a QPP submission', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{}' });
    const editor = await vscode.window.showTextDocument(document);
    await replace(editor, '{}', '{ "performanceYear": 2025, "measurementSets": [] }');
    const api = await activated();
    await eventually(() => api.isServerStarted() || undefined);
  });
});

function extension(): vscode.Extension<QppLensApi> {
  const found = vscode.extensions.getExtension<QppLensApi>('qpp-lens.qpp-lens');
  if (found === undefined) throw new Error('The extension is not installed.');
  return found;
}

/** VS Code activates the extension by itself once an XML or JSON file is open. */
async function activated(): Promise<QppLensApi> {
  return eventually(() => (extension().isActive ? extension().exports : undefined));
}
