import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { serve } from '../lsp/languageServer.ts';
import { isWorkerStart, type WorkerStart } from '../lsp/protocol.ts';
import type { ReadKnowledge } from '../lsp/session.ts';
import { createXpathWorkers } from '../xpath/workers.ts';
import { fetchKnowledge } from './fetchedKnowledge.ts';
import { startXpathWorker } from './startXpathWorker.ts';

declare const self: DedicatedWorkerGlobalScope;

// A worker does not know where it was loaded from: its first message tells, from then on it speaks LSP.
self.addEventListener('message', function start({ data }: MessageEvent<unknown>) {
  if (!isWorkerStart(data)) return;
  self.removeEventListener('message', start);
  run(data);
});

function run({ dist }: WorkerStart): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
  );
  const readKnowledge: ReadKnowledge = (measuresData) => {
    if (measuresData !== null) throw new Error('a browser cannot read a folder of measures data.');
    return fetchKnowledge(`${dist}/schemas`);
  };
  const startWorker = () => startXpathWorker(`${dist}/web/xpathWorker.js`);
  serve(connection, readKnowledge, createXpathWorkers(startWorker));
}
