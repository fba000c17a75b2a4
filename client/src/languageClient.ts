import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions.ts';
import { onRestart } from './restarts.ts';

/**
 * Starts the server's process and the client that talks to it. A bundle of its own, loaded with the
 * first QPP file: the client library is nearly all of the extension's code.
 * @param restarted is called when the server runs again, after a stop or the end of its process
 */
export async function startClient(context: ExtensionContext, restarted: () => void): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const client = new LanguageClient('qppLens', 'QPP Lens', server, clientOptions(context));
  await client.start();
  onRestart(client, restarted);
  return client;
}
