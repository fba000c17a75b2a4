import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  LinkedEditingRanges,
  Location,
  Range,
  SelectionRange,
} from 'vscode-languageserver-protocol';
import { createLineIndex } from '../../server/src/text/lineIndex.ts';
import { cursorAt } from '../fixtures/cursor.ts';
import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

const XML = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [3, 4]]] });
const { initialPopulation = '', numerator = '' } = ecqm('CMS165', 2025).strata[0]?.populations ?? {};

describe('The structure of a file over stdio', () => {
  let client: Client;
  let count = 0;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  /** Opens a text and asks about the cursor in it; what is answered is told as text of the file. */
  async function ask<Answer>(
    method: string,
    { text, position }: { readonly text: string; readonly position: Range['start'] },
    more: object = {},
  ): Promise<{ readonly answer: Answer; readonly textOf: (range: Range) => string }> {
    const uri = `file:///structure/${count++}.${text.startsWith('<') ? 'xml' : 'json'}`;
    await client.open(uri, text);
    const params = { textDocument: { uri }, position, positions: [position], ...more };
    const lines = createLineIndex(text);
    return {
      answer: await client.connection.sendRequest<Answer>(`textDocument/${method}`, params),
      textOf: ({ start, end }) => text.slice(lines.offsetAt(start), lines.offsetAt(end)),
    };
  }

  it('expands a selection from a value to attribute, tag, element and outwards', async () => {
    const cursor = cursorAt(XML, '<languageCode code="e$0n"/>');
    const { answer, textOf } = await ask<SelectionRange[]>('selectionRange', cursor);
    const texts: string[] = [];
    for (let at: SelectionRange | undefined = answer[0]; at; at = at.parent) texts.push(textOf(at.range));
    assert.deepEqual(texts.slice(0, 3), ['en', 'code="en"', '<languageCode code="en"/>']);
    assert(texts[3]?.startsWith('\n  <realmCode') && texts[3].endsWith('</component>\n'));
    assert(texts[4]?.startsWith('<ClinicalDocument') && texts[4].endsWith('</ClinicalDocument>'));
    assert.equal(texts[5], XML);
  });

  it('expands a selection in content to the content, then the element', async () => {
    const { answer, textOf } = await ask<SelectionRange[]>(
      'selectionRange',
      cursorAt(XML, '<text>See $0the'),
    );
    const [content] = answer;
    assert.equal(content && textOf(content.range), 'See the entries.');
    assert.equal(content?.parent && textOf(content.parent.range), '<text>See the entries.</text>');
  });

  it('folds a measure down to the line of its end tag, comments and narratives', async () => {
    const text = XML.replace('<text>See the entries.</text>', '<!-- two\nlines --><text>\n<list/>\n</text>');
    const { answer } = await ask<FoldingRange[]>('foldingRange', cursorAt(text, '$0<?xml'));
    const lines = text.split('\n');
    const folded = answer.map(({ startLine, endLine, kind }) => [
      lines[startLine]?.trim(),
      lines[endLine + 1]?.trim(),
      kind,
    ]);
    const has = (...fold: readonly (string | undefined)[]) =>
      folded.some((candidate) => candidate.every((part, index) => part === fold[index]));
    assert(has('<organizer classCode="CLUSTER" moodCode="EVN">', '</organizer>', undefined));
    assert(has('<!-- two', '<list/>', 'comment'));
    assert(has('lines --><text>', '</text>', 'region'));
  });

  it('changes start and end tag together, and marks both, from either', async () => {
    for (const place of ['<sec$0tion>', '</section$0>']) {
      const cursor = cursorAt(XML, place);
      const linked = await ask<LinkedEditingRanges>('linkedEditingRange', cursor);
      assert.deepEqual(linked.answer.ranges.map(linked.textOf), ['section', 'section']);
      const marked = await ask<DocumentHighlight[]>('documentHighlight', cursor);
      assert.deepEqual(
        marked.answer.map(({ range }) => range),
        linked.answer.ranges,
      );
    }
  });

  it('changes no tag together with one of another name, and none of an empty-tagged element', async () => {
    for (const cursor of [
      cursorAt(XML.replace('</section>', '</sectoin>'), '<sec$0tion>'),
      cursorAt(XML, '<realm$0Code'),
    ]) {
      assert.equal((await ask('linkedEditingRange', cursor)).answer, null);
    }
  });

  it('leads from a performance rate to its numerator', async () => {
    const cursor = cursorAt(XML, `<id root="$0${numerator}"/>\n                      <code code="NUMER"`);
    const { answer, textOf } = await ask<Location[]>('definition', cursor);
    assert.deepEqual(
      answer.map(({ range }) => textOf(range)),
      [numerator],
    );
    const line = answer[0]?.range.start.line ?? 0;
    assert(!XML.split('\n')[line + 1]?.includes('NUMER'), 'the place is the population, not the rate');
  });

  it('finds the rate that refers to a numerator, and the populations of a measure', async () => {
    const population = cursorAt(
      XML,
      `<id root="$0${numerator}"/>\n                    </externalObservation>`,
    );
    const rates = await ask<Location[]>('references', population, { context: { includeDeclaration: false } });
    assert.equal(rates.answer.length, 1);
    assert(XML.split('\n')[(rates.answer[0]?.range.start.line ?? 0) + 1]?.includes('NUMER'));

    const measure = cursorAt(XML, `extension="$0${ecqm('CMS165', 2025).eMeasureGuid}"`);
    const populations = await ask<Location[]>('references', measure, {
      context: { includeDeclaration: false },
    });
    const guids = populations.answer.map(({ range }) => populations.textOf(range));
    assert(guids.length >= 4 && guids.includes(initialPopulation ?? '') && guids.includes(numerator ?? ''));
  });

  it('marks every place of a GUID, in any case of its letters', async () => {
    const text = XML.replace(`<id root="${numerator}"/>`, `<id root="${numerator?.toLowerCase()}"/>`);
    const cursor = cursorAt(text, `<id root="$0${numerator}"/>`);
    const { answer } = await ask<DocumentHighlight[]>('documentHighlight', cursor);
    assert.equal(answer.length, 2);
  });

  it('finds a measure of QPP JSON in the other measurement sets', async () => {
    const text = file([
      registrySet([measurement('236', RATE), measurement('047', RATE)]),
      registrySet([measurement('236', RATE)], { submissionMethod: 'electronicHealthRecord' }),
    ]);
    const cursor = cursorAt(text, '"2$036"', 1);
    const { answer, textOf } = await ask<Location[]>('references', cursor, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      answer.map(({ range }) => textOf(range)),
      ['236', '236'],
    );
    const first = await ask<Location[]>('definition', cursor);
    assert(first.answer[0] && first.answer[0].range.start.line < cursor.position.line);
  });

  it('outlines measures with their populations', async () => {
    const { answer, textOf } = await ask<DocumentSymbol[]>('documentSymbol', cursorAt(XML, '$0<?xml'));
    const quality = answer[0]?.children?.find(({ name }) => name === 'Quality');
    const measure = quality?.children?.find(({ name }) => name.startsWith('236 · CMS165v13 · '));
    assert(measure && textOf(measure.range).startsWith('<organizer'));
    assert.equal(textOf(measure.selectionRange), ecqm('CMS165', 2025).eMeasureGuid);
    const population = measure.children?.find(({ name }) => name === 'Numerator');
    assert.equal(population?.detail, '60');
    assert.equal(population && textOf(population.selectionRange), '60');
  });

  it('leaves other XML to the editor', async () => {
    const cursor = cursorAt('<project>\n<name>x</name>\n</project>', '<na$0me>');
    for (const method of [
      'documentSymbol',
      'foldingRange',
      'selectionRange',
      'linkedEditingRange',
      'documentHighlight',
    ])
      assert.equal((await ask(method, cursor)).answer, null, method);
  });
});
