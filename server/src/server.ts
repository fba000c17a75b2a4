import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readKnowledge } from './knowledgeFolder.ts';
import { serve } from './lsp/languageServer.ts';

// The transport is chosen by the command line: --stdio, or --node-ipc from the VS Code client.
serve(createConnection(ProposedFeatures.all), readKnowledge(join(__dirname, 'schemas')));
