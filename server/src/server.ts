import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readKnowledge } from './knowledgeFolder.ts';
import { serve } from './lsp/languageServer.ts';
import { createXpathWorkers } from './xpath/workers.ts';
import { startXpathThread } from './xpathThread.ts';

// Each keystroke leaves the trees of a version as garbage: by itself the heap would grow to a multiple of what is in use before it
// is cleared, which costs an editor more than the clearing costs us.
setFlagsFromString('--heap-growing-percent=60');

const schemas = join(__dirname, 'schemas');

// The transport is chosen by the command line: --stdio, or --node-ipc from the VS Code client.
serve(
  createConnection(ProposedFeatures.all),
  (measuresData) => readKnowledge(schemas, measuresData),
  createXpathWorkers(() => startXpathThread(join(__dirname, 'xpathWorker.js'))),
);
