import assert from 'node:assert/strict';
import { openDocument } from '../../../../server/src/document/openDocument.ts';
import type { FileFacts } from '../../../../server/src/rules/acrossFiles/facts.ts';
import type { Finding } from '../../../../server/src/rules/finding.ts';
import { type CheckOptions, DEFAULT_CHECK_OPTIONS } from '../../../../server/src/rules/run.ts';
import { checkTogether } from '../../../../server/src/workspace/checkTogether.ts';
import { factsOf } from '../../../../server/src/workspace/fileFacts.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';

/** Files by path. */
export type Folder = ReadonlyMap<string, string>;

/** A finding between files with the texts it points at. */
export interface Together {
  readonly path: string;
  readonly finding: Finding;
  readonly underlined: string;
  /** `path: text` of the related places. */
  readonly related: readonly string[];
}

export function factsOfText(path: string, text: string): FileFacts {
  const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
  const facts = factsOf(path, document, knowledge);
  assert(facts, `${path} is no submission`);
  return facts;
}

/** What the files of a folder say together. */
export function together(folder: Folder, options: Partial<CheckOptions> = {}): Together[] {
  const facts = [...folder].map(([path, text]) => factsOfText(path, text));
  return checkTogether(facts, knowledge.catalogs, { ...DEFAULT_CHECK_OPTIONS, ...options }).map(
    ({ path, finding }) => ({
      path,
      finding,
      underlined: textAt(folder, path, finding.range),
      related: (finding.related ?? []).map((place) => {
        const file = place.path ?? path;
        return `${file}: ${textAt(folder, file, place.range)}`;
      }),
    }),
  );
}

/** The one finding of a rule. Fails when there are none or several. */
export function onlyFinding(folder: Folder, rule: string): Together {
  const [found, ...others] = together(folder).filter(({ finding }) => finding.rule === rule);
  assert(found, `The rule ${rule} found nothing.`);
  assert.deepEqual(others, []);
  return found;
}

function textAt(folder: Folder, path: string, range: Finding['range']): string {
  const text = folder.get(path) ?? '';
  const { lines } = openDocument(text, knowledge.catalogs, { performanceYear: null });
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}
