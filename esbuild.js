// Builds everything that runs into dist/. Options: --production (small, no source maps), --watch.
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const isProduction = process.argv.includes('--production');
const isWatching = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  logLevel: isWatching ? 'info' : 'warning',
};

const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // jsonc-parser's CommonJS build hides its requires from a bundler.
  mainFields: ['module', 'main'],
  // Libraries that ship as ESM ask for their own place.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename);" },
};

// Every XML or JSON file that is opened loads extension.js: the client library stays in a file of its own.
const leaveLanguageClientOut = {
  name: 'leave-language-client-out',
  setup(build) {
    build.onResolve({ filter: /\/languageClient\.ts$/ }, () => ({
      path: './languageClient.js',
      external: true,
    }));
  },
};

// For `import * as vscode` a bundler copies the five hundred names of VS Code's API, once for each file that has it: that
// was two thirds of what loading the extension costs.
const shareVsCode = {
  name: 'share-vscode',
  setup(build) {
    build.onLoad({ filter: /[\\/]client[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
      contents: fs
        .readFileSync(file, 'utf8')
        .replace("import * as vscode from 'vscode';", "const vscode = require('vscode');"),
      loader: 'ts',
    }));
  },
};

// In a browser the server is a worker, and an extension is one file.
const startWorker = {
  name: 'start-worker',
  setup(build) {
    build.onResolve({ filter: /\/languageClient\.ts$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, 'browserLanguageClient.ts'),
    }));
  },
};

const browser = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

const bundles = [
  { ...node, entryPoints: ['server/src/server.ts'], outfile: 'dist/server.js' },
  // The XPath libraries run in a thread of their own.
  { ...node, entryPoints: ['server/src/xpathWorker.ts'], outfile: 'dist/xpathWorker.js' },
  {
    ...node,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: `#!/usr/bin/env node\n${node.banner.js}` },
  },
  // For programs: `import { check } from 'qpp-lens'`.
  { ...node, entryPoints: ['server/src/library.ts'], outfile: 'dist/library.js' },
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [leaveLanguageClientOut, shareVsCode],
  },
  {
    ...node,
    entryPoints: ['client/src/languageClient.ts'],
    outfile: 'dist/languageClient.js',
    external: ['vscode'],
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
    plugins: [startWorker, shareVsCode],
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/browser/server.ts', 'server/src/browser/xpathWorker.ts'],
    outdir: 'dist/web',
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: [
      { in: 'client/src/scorePanel/page/main.ts', out: 'scorePanel' },
      { in: 'client/src/scorePanel/page/scorePanel.css', out: 'scorePanel' },
    ],
    outdir: 'dist',
  },
];

async function build() {
  if (isProduction) fs.rmSync('dist', { recursive: true, force: true });
  // The bundles read the data of a year when it is first asked for, from beside themselves.
  fs.cpSync('schemas', path.join('dist', 'schemas'), { recursive: true });
  if (isWatching) {
    const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  await Promise.all(bundles.map((options) => esbuild.build(options)));
  fs.chmodSync('dist/cli.js', 0o755);
  // One copy of the code for both kinds of modules: what is loaded twice is slow, and its types differ.
  fs.writeFileSync('dist/library.mjs', "export { check, convert, score } from './library.js';\n");
}

if (require.main === module) {
  build().catch((error) => {
    // esbuild has printed its own errors already.
    if (!Array.isArray(error.errors)) console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { bundles };
