import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page, Response } from 'playwright-core';

/** A folder with an extension, served to a browser. */
export interface ServedExtension {
  readonly port: number;
  /** Every path that the browser has asked for. */
  readonly requested: ReadonlySet<string>;
  close(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the extension as a marketplace does for VS Code in a browser. Loaded from the window's own
 * server it would be an extension on a remote machine, which may not start a worker.
 */
export async function serveExtension(folder: string): Promise<ServedExtension> {
  const requested = new Set<string>();
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requested.add(name);
    response.setHeader('Access-Control-Allow-Origin', '*');
    fs.readFile(path.join(folder, path.posix.normalize(name)), (error, content) => {
      if (error) return void response.writeHead(404).end();
      response.setHeader('Content-Type', mediaTypes[path.extname(name)] ?? 'text/plain');
      response.end(content);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on an address of the network has a port.
    port: (server.address() as AddressInfo).port,
    requested,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Makes the window load the extension from `serveExtension` into its extension host in the browser. */
export async function loadWebExtension(page: Page, { port }: ServedExtension): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = withExtension(await response.text(), port);
      await route.fulfill({ body: html, headers: admitting(response.headers(), port) });
    },
  );
}

/** The page of the window, whose configuration stands in an attribute as JSON. */
function withExtension(html: string, port: number): string {
  const setting = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  return html.replace(setting, (_, before: string, json: string) => {
    const configuration = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    // The frame of the extension host takes scripts from localhost by this name alone.
    const extension = { scheme: 'http', authority: `localhost:${port}`, path: '/' };
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [extension] };
    const changed = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `${before}${changed}"`;
  });
}

/** The page's content security policy lets it connect to its own server and to https only. */
function admitting(headers: ReturnType<Response['headers']>, port: number): Record<string, string> {
  const policy = headers['content-security-policy'];
  if (policy === undefined) return headers;
  const connect = `connect-src 'self' http://localhost:${port}`;
  return { ...headers, 'content-security-policy': policy.replace("connect-src 'self'", connect) };
}
