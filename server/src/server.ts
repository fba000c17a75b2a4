import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readKnowledge } from './knowledgeFolder.ts';
import { serve } from './lsp/languageServer.ts';
import { createXpathWorkers } from './xpath/workers.ts';
import { startXpathThread } from './xpathThread.ts';

const schemas = join(__dirname, 'schemas');

// The transport is chosen by the command line: --stdio, or --node-ipc from the VS Code client.
serve(
  createConnection(ProposedFeatures.all),
  (measuresData) => readKnowledge(schemas, measuresData),
  createXpathWorkers(() => startXpathThread(join(__dirname, 'xpathWorker.js'))),
);
