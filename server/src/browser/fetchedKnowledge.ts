import type { Knowledge } from '../knowledge.ts';
import { createKnowledge } from '../knowledge.ts';

/**
 * The knowledge at an address, for a server that runs in a browser's worker. As in a folder, each file is read when it
 * is first needed; the request waits for it, which a worker may do: nothing but the server waits with it.
 * @param address of `schemas/`, without a slash at its end
 */
export function fetchKnowledge(address: string): Knowledge {
  return createKnowledge(
    (year, name) => fetchJson(`${address}/${year}/${name}.json`),
    (name) => fetchJson(`${address}/${name}.json`),
  );
}

/** Parses the JSON at a URL; `undefined` when there is none. */
function fetchJson(url: string): unknown | undefined {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.send();
  if (request.status === 404) return undefined;
  if (request.status !== 200) throw new Error(`${url} cannot be loaded: status ${request.status}.`);
  return JSON.parse(request.responseText);
}
