import assert from 'node:assert/strict';
import { openDocument } from '../../server/src/document/openDocument.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { createLineIndex } from '../../server/src/text/lineIndex.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import type { XmlElement } from '../../server/src/xml/tree.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { readShared } from './shared.ts';

/** A mutant: a clean base with one seeded fault. */
interface Mutant {
  readonly base: string;
  readonly year: number;
  readonly description: string;
  readonly xpath: string;
  /** Line of the element at `xpath`, 1-based. */
  readonly line: number;
  /** `data`: no published checker sees the fault. `ok`: a harmless change. */
  readonly expect: string;
}

const mutants: Readonly<Record<string, Mutant>> = JSON.parse(
  readShared('samples', 'qrda3', 'mutants', 'verdicts.json'),
);

const read = (name: string) => readShared('samples', 'qrda3', 'mutants', name);

function check(text: string, performanceYear: number): Finding[] {
  const document = openDocument(text, knowledge.catalogs, { performanceYear });
  return checkDocument(document, knowledge, { ...DEFAULT_CHECK_OPTIONS, performanceYear });
}

/** The findings a mutant has and its base has not. */
function newFindings(name: string, { base, year }: Mutant): Finding[] {
  const known = new Set(check(read(base), year).map(({ rule, message }) => `${rule} ${message}`));
  return check(read(name), year).filter(({ rule, message }) => !known.has(`${rule} ${message}`));
}

/** First and last line of the seeded element, 1-based. */
function linesOf(text: string, { xpath, line }: Mutant): readonly [number, number] {
  const name = /([A-Za-z]+)(?:\[\d+\])?$/.exec(xpath)?.[1];
  const lines = createLineIndex(text);
  const lineAt = (offset: number) => lines.positionAt(offset).line + 1;
  for (const element of elements(parseXml(text).root)) {
    if (element.local === name && lineAt(element.start) === line) return [line, lineAt(element.end)];
  }
  return [line, line];
}

function* elements(element: XmlElement | null): Generator<XmlElement> {
  if (element === null) return;
  yield element;
  for (const child of element.children) yield* elements(child);
}

describe('A seeded fault', () => {
  const of = (expect: string) => Object.entries(mutants).filter(([, mutant]) => mutant.expect === expect);

  for (const [name, mutant] of of('data')) {
    it(`that no published checker sees is found in its place: ${mutant.description} (${name})`, () => {
      const [first, last] = linesOf(read(name), mutant);
      const found = newFindings(name, mutant).map(({ range }) => range.start.line + 1);
      assert(
        found.some((line) => line >= first && line <= last),
        `lines ${found.join(', ')}, not ${first} to ${last}`,
      );
    });
  }

  for (const [name, mutant] of of('ok')) {
    it(`that is none stays silent: ${mutant.description} (${name})`, () => {
      assert.deepEqual(newFindings(name, mutant), []);
    });
  }
});
