import assert from 'node:assert/strict';
import type { SchemaFault } from '../../server/src/qrda3/schema/fault.ts';
import { createLineIndex } from '../../server/src/text/lineIndex.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { guideSamples } from './guideVerdicts.ts';

describe("the CDA schema's verdict", () => {
  const samples = guideSamples();

  it('is ours for every well-formed sample and mutant', () => {
    const judged = samples.filter(({ isSchemaValid }) => isSchemaValid !== undefined);
    for (const { name, text, isSchemaValid } of judged) {
      const faults = knowledge.cdaSchema.faults(parseXml(text));
      assert.equal(
        faults.length === 0,
        isSchemaValid,
        `${name}: ${faults.map(({ kind }) => kind).join(', ')}`,
      );
    }
    const invalid = judged.filter(({ isSchemaValid }) => isSchemaValid === false).length;
    console.log(`      CDA schema: equal in ${judged.length} files, ${invalid} of them invalid`);
  });

  it('names the same elements in every mutant', () => {
    const judged = samples.filter(
      ({ schemaErrors, isSchemaValid }) => schemaErrors !== null && isSchemaValid !== undefined,
    );
    for (const { name, text, schemaErrors } of judged) {
      const expected = schemaErrors?.map(({ line, element }) => `${line} ${localName(element)}`);
      assert.deepEqual(places(text), expected, name);
    }
    console.log(`      CDA schema: the same elements in ${judged.length} mutants`);
  });
});

/** The line and name of the faulty elements: a schema processor counts the line where the start tag ends. */
function places(text: string): string[] {
  const lines = createLineIndex(text);
  const lineOf = ({ element }: SchemaFault) => lines.positionAt(element.openEnd - 1).line + 1;
  return knowledge.cdaSchema.faults(parseXml(text)).map((fault) => `${lineOf(fault)} ${fault.element.local}`);
}

function localName(element: string | null): string {
  return element?.replace(/^\{.*\}/, '') ?? '';
}
