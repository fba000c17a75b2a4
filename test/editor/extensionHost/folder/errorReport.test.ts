import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, rangeOf, replace, showFile } from '../workspaceFile.ts';

const path =
  "/*[local-name() = 'ClinicalDocument' and namespace-uri() = 'urn:hl7-org:v3']" +
  "/*[local-name() = 'languageCode' and namespace-uri() = 'urn:hl7-org:v3']";

const report = JSON.stringify({
  errors: [
    {
      sourceIdentifier: 'group-2025.xml',
      details: [
        { errorCode: 81, message: 'CT - At least one measure is required', location: { path } },
        { errorCode: 2, message: 'CT - The file is not a valid XML file', location: { path: '' } },
      ],
    },
  ],
});

describe("CMS's error report", () => {
  it('stands in the Problems list at its places, with cause and fix', async () => {
    const editor = await showFile('group-2025.xml');
    await vscode.commands.executeCommand('qppLens.importReport', { report, file: editor.document.uri });
    const [placed, ...others] = reported(editor);
    assert.ok(placed?.range.isEqual(rangeOf(editor, 'languageCode')));
    assert.match(placed?.message ?? '', /^CT - At least one measure.*\nCause: .*\nFix: /);
    assert.equal(others.length, 1);
  });

  it('moves with the text, and goes where its text is edited', async () => {
    const editor = await showFile('group-2025.xml');
    await replace(editor, '?>', '?><!-- a new\nline -->');
    assert.ok(reported(editor)[0]?.range.isEqual(rangeOf(editor, 'languageCode')));
    await replace(editor, 'languageCode code', 'languageCode  code');
    assert.equal(reported(editor).length, 1);
    await replace(editor, '?><!-- a new\nline -->', '?>');
    await replace(editor, 'languageCode  code', 'languageCode code');
  });

  it('goes when it is cleared', async () => {
    const editor = await showFile('group-2025.xml');
    await vscode.commands.executeCommand('qppLens.clearReport');
    assert.deepEqual(reported(editor), []);
  });

  it('is taken from the editor that shows it, for the file that the user picks', async () => {
    const { document } = await showFile('group-2025.xml');
    const shown = await vscode.workspace.openTextDocument({ language: 'plaintext', content: report });
    await vscode.window.showTextDocument(shown);
    await vscode.commands.executeCommand('qppLens.importReport', { file: document.uri });
    await eventually(() => (reported({ document }).length === 2 ? true : undefined));
    await vscode.commands.executeCommand('qppLens.clearReport');
  });
});

describe('Paths', () => {
  it('are copied from the cursor and gone to', async () => {
    const editor = await showFile('group-2025.xml');
    const { start } = rangeOf(editor, 'languageCode');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('qppLens.copyXPath');
    assert.equal(await vscode.env.clipboard.readText(), path);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('qppLens.goToXPath', path);
    assert.ok(editor.selection.isEqual(rangeOf(editor, 'languageCode')));
  });
});

/** In the order of their places. */
function reported({ document }: Pick<vscode.TextEditor, 'document'>): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'CMS report')
    .sort((a, b) => b.range.start.line - a.range.start.line);
}
