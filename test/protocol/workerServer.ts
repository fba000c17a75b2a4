import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver-protocol';
import { launchChromium } from '../../host/chromium.ts';
import type { RunningServer } from './runningServer.ts';

const DIST = path.resolve(__dirname, '../../dist');

/** The built server as a worker of a page in Chromium, spoken to in messages as by a VS Code in the browser. */
export async function startWorkerServer(): Promise<RunningServer> {
  const files = await serveFiles();
  const browser = await launchChromium();
  const page = await browser.newPage();
  const reader = new PageReader();
  await page.exposeFunction('fromWorker', (message: Message) => reader.receive(message));
  await page.goto(files.address);
  await page.evaluate(`
    const worker = new Worker('/web/server.js');
    worker.onmessage = ({ data }) => fromWorker(data);
    worker.postMessage({ dist: location.origin });
    window.toWorker = (message) => worker.postMessage(message);
  `);
  const ended = async () => {
    await browser.close();
    files.close();
  };
  return { reader, writer: new PageWriter(page), processId: 0, ended };
}

/** Serves an empty page and `dist/` on a free port of this machine. */
async function serveFiles(): Promise<{ readonly address: string; close(): void }> {
  const server = http.createServer((request, response) => {
    const file = path.join(DIST, path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
    const isPage = file === `${DIST}${path.sep}`;
    if (!isPage && !fs.existsSync(file)) return response.writeHead(404).end();
    response.setHeader('Content-Type', isPage ? 'text/html' : contentTypeOf(file));
    return response.end(isPage ? '<!DOCTYPE html><title>QPP Lens</title>' : fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function contentTypeOf(file: string): string {
  return file.endsWith('.json') ? 'application/json' : 'text/javascript';
}

class PageReader extends AbstractMessageReader {
  #callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    return { dispose: () => (this.#callback = undefined) };
  }

  receive(message: Message): void {
    this.#callback?.(message);
  }
}

class PageWriter extends AbstractMessageWriter {
  readonly #page: Page;

  constructor(page: Page) {
    super();
    this.#page = page;
  }

  async write(message: Message): Promise<void> {
    await this.#page.evaluate((sent) => {
      (globalThis as unknown as { toWorker(message: unknown): void }).toWorker(sent);
    }, message);
  }

  end(): void {}
}
