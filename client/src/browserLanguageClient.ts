import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { WorkerStart } from '../../server/src/lsp/protocol.ts';
import { clientOptions } from './clientOptions.ts';
import { onRestart } from './restarts.ts';

/** Starts the server in a worker, and the client that talks to it: `languageClient.ts` of the extension in a browser. */
export async function startClient(context: ExtensionContext, restarted: () => void): Promise<LanguageClient> {
  const dist = Uri.joinPath(context.extensionUri, 'dist').toString(true);
  // Made anew for each start: after a restart nothing of the old server is left.
  let worker: Worker | undefined;
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(`${dist}/web/server.js`);
    worker.postMessage({ dist } satisfies WorkerStart);
    // The worker itself is not known as one by the library: VS Code has its own `Worker` in an extension host.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient('qppLens', 'QPP Lens', startWorker, clientOptions(context));
  await client.start();
  onRestart(client, restarted);
  return client;
}
