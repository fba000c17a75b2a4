import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, ruleOf, rulesIn as rulesOf } from '../findings.ts';
import { eventually } from '../workspaceFile.ts';

describe('the check of the workspace', () => {
  before(async () => {
    // The command ends when its message is closed.
    void vscode.commands.executeCommand('qppLens.checkWorkspace');
    await eventually(() => (rulesIn('conflicts/later-ehr.xml').length > 0 ? true : undefined));
  });

  it('finds files that are not open and tells what they say together', async () => {
    const conflict = await eventually(() => findingIn('conflicts/registry.json', 'pi-answer-conflict'));
    const [related] = conflict.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), uriOf('conflicts/ehr.xml').toString());
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri.toString());
    assert(!open.includes(uriOf('conflicts/registry.json').toString()));
  });

  it('follows files that are created, changed, moved and deleted', async () => {
    const text = await read('conflicts/registry.json');
    await write('copies/registry.json', text.replace('"PI_EP_1"', '"PI_EP_NONE"'));
    await eventually(() => findingIn('copies/registry.json', 'measure-id-unknown'));

    await write('copies/registry.json', text);
    await eventually(() =>
      findingIn('copies/registry.json', 'measure-id-unknown') === undefined ? true : undefined,
    );

    await vscode.workspace.fs.rename(uriOf('copies'), uriOf('moved'));
    await eventually(() => findingIn('moved/registry.json', 'measurement-set-sent-again'));
    assert.deepEqual(rulesIn('copies/registry.json'), []);

    await vscode.workspace.fs.delete(uriOf('moved'), { recursive: true });
    await eventually(() => (rulesIn('moved/registry.json').length === 0 ? true : undefined));
  });

  it('shows each finding once when a checked file is opened, and still shows it when it is closed', async () => {
    const before = rulesIn('conflicts/registry.json').sort();
    const document = await vscode.workspace.openTextDocument(uriOf('conflicts/registry.json'));
    await vscode.window.showTextDocument(document);
    // Longer than any pause of client and server.
    await pause(1000);
    assert.deepEqual(rulesIn('conflicts/registry.json').sort(), before);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await pause(1000);
    assert.deepEqual(rulesIn('conflicts/registry.json').sort(), before);
  });

  it('leaves out what the settings exclude', async () => {
    const settings = vscode.workspace.getConfiguration('qppLens.workspace');
    await settings.update('exclude', ['conflicts']);
    await eventually(() => (rulesIn('conflicts/later-ehr.xml').length === 0 ? true : undefined));
    await settings.update('exclude', undefined);
    await eventually(() => findingIn('conflicts/later-ehr.xml', 'measure-sent-again'));
  });
});

function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

function rulesIn(name: string): string[] {
  return rulesOf(uriOf(name));
}

function findingIn(name: string, rule: string): vscode.Diagnostic | undefined {
  return findingsIn(uriOf(name)).find((diagnostic) => ruleOf(diagnostic) === rule);
}

async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
