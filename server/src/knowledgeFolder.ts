import { join } from 'node:path';
import { readJson, schemasReader } from './catalog/schemasReader.ts';
import type { Knowledge } from './knowledge.ts';
import { createKnowledge } from './knowledge.ts';

/** The knowledge in a folder of the file system: `schemas/`, or its copy beside the bundled programs. */
export function readKnowledge(directory: string): Knowledge {
  return createKnowledge(schemasReader(directory), () => readJson(join(directory, 'cda', 'structure.json')));
}
