import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, settingsSection } from '../../server/src/lsp/protocol.ts';
import { documentSelector } from './documentSelector.ts';
import { readStoredPractice } from './scorePanel/practiceStore.ts';
import { readSettings } from './settings.ts';

/**
 * Starts the server's process and the client that talks to it. A bundle of its own, loaded with the
 * first QPP file: the client library is nearly all of the extension's code.
 */
export async function startClient(context: ExtensionContext): Promise<LanguageClient> {
  const client = new LanguageClient(
    'qppLens',
    'QPP Lens',
    { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc },
    {
      documentSelector,
      initializationOptions: (): InitializationOptions => ({
        ...readSettings(),
        rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
        practice: readStoredPractice(context.workspaceState),
      }),
      synchronize: { configurationSection: settingsSection },
    },
  );
  await client.start();
  return client;
}
