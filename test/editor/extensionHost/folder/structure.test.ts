import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, rangeOf, showFile } from '../workspaceFile.ts';

describe('the outline', () => {
  it('names measures and populations of QRDA III', async () => {
    const editor = await showFile('group-2025.xml');
    const symbols = await eventually(() => outlineOf(editor, 'QRDA III'));
    const names = flattened(symbols).map(({ name, detail }) => `${name} [${detail}]`);
    assert.ok(
      names.includes('236 · CMS165v13 · Controlling High Blood Pressure [80 % (384 of 480)]'),
      names.join('\n'),
    );
    assert.ok(names.includes('Numerator [384]'));
  });

  it('names measures of QPP JSON beside the outline of keys', async () => {
    const editor = await showFile('individual-2025.json');
    const symbols = await eventually(() => outlineOf(editor, 'QPP JSON'));
    assert.ok(flattened(symbols).some(({ name }) => name.startsWith('236 · CMS165v13 · ')));
  });
});

describe('the lens above a measure', () => {
  it('shows rate, decile and points, and opens the score panel there', async () => {
    const editor = await showFile('group-2025.xml');
    const lens = await eventually(async () => {
      const lenses = await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor, 100);
      return lenses.find(({ command }) => command?.title.startsWith('80 % · decile '));
    });
    assert.equal(lens.command?.command, 'qppLens.showScore');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually(() => labels().includes('QPP Score') || undefined);
    const panel = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ label }) => label === 'QPP Score');
    if (panel) await vscode.window.tabGroups.close(panel);
  });
});

describe('inlay hints', () => {
  it('stand behind the values in sight, and go when their setting is off', async () => {
    const editor = await showFile('group-2025.xml');
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const labels = async () =>
      (await execute<vscode.InlayHint[]>('vscode.executeInlayHintProvider', editor, whole)).map(
        ({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')),
      );
    await eventually(async () => (await labels()).includes('80 % (384 of 480)') || undefined);
    const settings = vscode.workspace.getConfiguration('qppLens');
    await settings.update('inlayHints.rates', false);
    await eventually(async () => !(await labels()).includes('80 % (384 of 480)') || undefined);
    await settings.update('inlayHints.rates', undefined);
  });
});

describe('folding', () => {
  it('leaves the line of the end tag in QRDA III', async () => {
    const editor = await showFile('group-2025.xml');
    const [start, end] = [
      rangeOf(editor, '<organizer').start.line,
      rangeOf(editor, '</organizer').start.line,
    ];
    const ranges = await eventually(() =>
      execute<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', editor),
    );
    assert.ok(ranges.some((range) => range.start === start && range.end === end - 1));
  });

  it('is by indentation, as without us, in other XML', async () => {
    const content = '<project>\n  <names>\n    <name/>\n  </names>\n</project>\n';
    const document = await vscode.workspace.openTextDocument({ language: 'xml', content });
    assert.deepEqual(await foldedAt(await vscode.window.showTextDocument(document)), [0, 4]);
  });
});

/** Folds all of a file: the line on which the outermost fold begins, and the first one after it that is seen. */
async function foldedAt(editor: vscode.TextEditor): Promise<readonly [number, number]> {
  return eventually(async () => {
    await vscode.commands.executeCommand('editor.foldAll');
    const [first, second] = editor.visibleRanges;
    return first && second ? [first.end.line, second.start.line] : undefined;
  });
}

describe('the GUID of a measure', () => {
  it('leads to its specification and to its populations', async () => {
    const editor = await showFile('group-2025.xml');
    const range = rangeOf(editor, '2c928083-8907-ce68-0189-2bbd31d6064e');
    const links = await eventually(() =>
      execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', editor),
    );
    assert.ok(links.some((link) => link.range.isEqual(range)));
    const places = await execute<vscode.Location[]>('vscode.executeReferenceProvider', editor, range.start);
    assert.ok(places.length >= 4);
  });
});

async function execute<Result>(
  command: string,
  editor: vscode.TextEditor,
  ...more: unknown[]
): Promise<Result> {
  return vscode.commands.executeCommand<Result>(command, editor.document.uri, ...more);
}

/** The entries of our outline, which begins with a name of its own. */
async function outlineOf(
  editor: vscode.TextEditor,
  name: string,
): Promise<readonly vscode.DocumentSymbol[] | undefined> {
  const symbols = await execute<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor);
  const own = symbols.filter((symbol) => symbol.name.startsWith(name));
  return own.length > 0 ? own : undefined;
}

function flattened(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flattened(symbol.children)]);
}
