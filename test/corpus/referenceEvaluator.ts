import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readShared } from './shared.ts';

interface ReferenceNode {
  readonly name: string | null;
}

/** The shared folder's own evaluator of the fact tables: slow, and the definition of what each word of them means. */
export interface ReferenceEvaluator {
  parse(text: string): ReferenceNode;
  compile(table: unknown): {
    run(document: ReferenceNode): readonly { readonly id: string; readonly node: ReferenceNode }[];
  };
  where(node: ReferenceNode): string;
}

/** Loads it with this repository's XML library, since there is none beside it. */
export async function loadReferenceEvaluator(): Promise<ReferenceEvaluator> {
  const resolve = createRequire(path.resolve('package.json')).resolve;
  const library = pathToFileURL(resolve('@xmldom/xmldom')).href;
  const source = readShared('facts', 'qrda3', 'reference-evaluator.mjs').replace(
    "import { DOMParser } from '@xmldom/xmldom';",
    `import xmldom from '${library}'; const { DOMParser } = xmldom;`,
  );
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}
