// VS Code 1.93 of code-server starts by its own web server alone: this is VS Code's server by itself, with the arguments
// of newer ones.
const http = require('node:http');
const path = require('node:path');
const { parseArgs } = require('node:util');

const vscode = path.join(__dirname, 'node_modules', 'code-server', 'lib', 'vscode');

const { values: args } = parseArgs({
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    'connection-token': { type: 'string' },
    'server-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string', multiple: true },
    'accept-server-license-terms': { type: 'boolean' },
    'disable-telemetry': { type: 'boolean' },
    'disable-workspace-trust': { type: 'boolean' },
    'enable-smoke-test-driver': { type: 'boolean' },
  },
});

async function run() {
  const { loadCodeWithNls } = require(path.join(vscode, 'out', 'server-main.js'));
  const { createServer, spawnCli } = await loadCodeWithNls();
  if (args['install-extension']) return spawnCli({ _: [], ...args });
  const handler = await createServer(null, { _: [], compatibility: '1.64', ...args });
  const server = http.createServer((request, response) => handler.handleRequest(request, response));
  server.on('upgrade', (request, socket) => handler.handleUpgrade(request, socket));
  server.on('error', fail);
  server.listen(Number(args.port), args.host, () =>
    console.log(`Extension host agent listening on ${server.address().port}`),
  );
}

function fail(error) {
  console.error(error);
  process.exit(1);
}

run().catch(fail);
