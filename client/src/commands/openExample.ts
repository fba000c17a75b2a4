import * as vscode from 'vscode';

interface Example {
  readonly name: string;
  readonly language: string;
  readonly label: string;
  readonly detail: string;
}

/** Files of examples/2025 that come with the extension. */
const EXAMPLES: readonly Example[] = [
  {
    name: 'group-with-faults.xml',
    language: 'xml',
    label: 'QRDA III of a group, with faults',
    detail: 'A GUID of last year, an NPI where none belongs, contradicting Promoting Interoperability data.',
  },
  {
    name: 'individual.json',
    language: 'json',
    label: 'QPP JSON of an individual',
    detail: 'Quality measures, Promoting Interoperability and improvement activities, without faults.',
  },
];

/** `QPP Lens: Open Example`: a copy that can be edited and is nobody's file. */
export async function openExample(extensionUri: vscode.Uri, name?: unknown): Promise<void> {
  const example = EXAMPLES.find((each) => each.name === name) ?? (await choose());
  if (!example) return;
  const file = vscode.Uri.joinPath(extensionUri, 'examples', '2025', example.name);
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ language: example.language, content });
  await vscode.window.showTextDocument(document, { preview: false });
}

function choose(): Thenable<Example | undefined> {
  return vscode.window.showQuickPick([...EXAMPLES], { placeHolder: 'Opens as a copy that you may edit' });
}
