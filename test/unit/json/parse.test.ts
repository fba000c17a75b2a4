import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../../server/src/json/parse.ts';
import type { JsonValue } from '../../../server/src/json/tree.ts';
import { member } from '../../../server/src/json/tree.ts';

/** The problems of a text, each as its kind and the characters it underlines. */
function problemsOf(text: string): string[] {
  return parseJson(text).problems.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
}

/** The tree as the plain value `JSON.parse` would give. */
function plain(node: JsonValue | null): unknown {
  if (node === null || node.type === 'null') return null;
  if (node.type === 'array') return node.items.map(plain);
  if (node.type === 'object') {
    return Object.fromEntries(node.properties.map(({ key, value }) => [key, plain(value)]));
  }
  return node.value;
}

function isAccepted(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  it('gives every value, key and bracket its place', () => {
    const text = '{ "a": [1.50, "x"] }';
    const { root } = parseJson(text);
    assert.equal(root?.type, 'object');
    assert.deepEqual(root?.span, { start: 0, end: 20 });
    const array = member(root, 'a');
    assert.equal(array?.type, 'array');
    assert.deepEqual(array?.span, { start: 7, end: 18 });
    assert.deepEqual(
      array?.type === 'array' && array.items.map((item) => text.slice(item.span.start, item.span.end)),
      ['1.50', '"x"'],
    );
    assert.deepEqual(root?.type === 'object' && root.properties[0]?.keySpan, { start: 2, end: 5 });
  });

  it('keeps how a number was written', () => {
    const { root } = parseJson('[100.0, 1e2, -0]');
    const numbers = root?.type === 'array' ? root.items : [];
    assert.deepEqual(
      numbers.map((item) => (item.type === 'number' ? [item.raw, item.value] : null)),
      [
        ['100.0', 100],
        ['1e2', 100],
        ['-0', -0],
      ],
    );
  });

  it('reads any JSON value as JSON.parse does, without a problem', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { root, problems } = parseJson(text);
        assert.deepEqual(problems, []);
        assert.deepEqual(plain(root), JSON.parse(text));
      }),
    );
  });

  it('reports something exactly where JSON.parse refuses the text', () => {
    const piece = fc.constantFrom(
      ...'{}[],:"\'/* \n\\-+.0e1a\u00a0\u0000',
      '"a"',
      'true',
      '//',
      '12',
      'null',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        if (text.startsWith('\0') || text.charAt(1) === '\0') return;
        const refusals = parseJson(text).problems.filter(({ kind }) => kind !== 'duplicate-key');
        assert.equal(refusals.length === 0, isAccepted(text), text);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every place inside the text and in its order, whatever is cut away', () => {
    const whole = '{"a":[{"b":"c\\n","d":-1.5e3},[],null],"e":{"f":true}}';
    for (let cut = 0; cut < whole.length; cut++) {
      const { problems } = parseJson(whole.slice(0, cut));
      assert.equal(problems.length, 1, `one problem in ${whole.slice(0, cut)}`);
      assert.ok((problems[0]?.span.end ?? 0) <= cut);
    }
  });

  it('passes over a byte order mark', () => {
    assert.deepEqual(problemsOf('\ufeff{}'), []);
  });

  it('tells an empty file, and one that is not UTF-8', () => {
    assert.deepEqual(problemsOf(' \n'), ['empty-document  \n']);
    assert.deepEqual(problemsOf('{\u0000"\u0000'), ['encoding {']);
  });

  it('tells each comment and each comma after a last item', () => {
    assert.deepEqual(problemsOf('{ // why\n"a": [1, 2,], /* b */ "c": 1,\n}'), [
      'comment // why',
      'trailing-comma ,',
      'comment /* b */',
      'trailing-comma ,',
    ]);
  });

  it('tells a key that stands twice at its second place, and keeps the last value', () => {
    const text = '{"a": 1, "b": 2, "a": 3}';
    const document = parseJson(text);
    assert.deepEqual(
      document.problems.map(({ kind, span, related }) => [kind, span.start, related?.span.start]),
      [['duplicate-key', 17, 1]],
    );
    const last = member(document.root, 'a');
    assert.equal(last?.type === 'number' && last.value, 3);
  });

  it('finds equal keys in a large object too', () => {
    const keys = Array.from({ length: 40 }, (_, at) => `"k${at % 39}": ${at}`);
    assert.deepEqual(problemsOf(`{${keys.join(',')}}`), ['duplicate-key "k0"']);
  });

  it('goes on after a missing comma, colon or value', () => {
    assert.deepEqual(problemsOf('{"a": 1 "b": 2}'), ['malformed 1']);
    assert.deepEqual(problemsOf('{"a" 1, "b": 2}'), ['malformed "']);
    assert.deepEqual(problemsOf('{"a":\n "b": 2}'), ['malformed :']);
    assert.deepEqual(problemsOf('{"a"\n "b": 2}'), ['malformed "']);
    assert.deepEqual(plain(parseJson('{"a":\n "b": 2}').root), { a: null, b: 2 });
    assert.deepEqual(plain(parseJson('{"a": 1 "b": 2}').root), { a: 1, b: 2 });
  });

  it('reads a string that is not closed up to the end of its line', () => {
    const text = '{"a": "x,\n"b": 2}';
    assert.deepEqual(problemsOf(text), ['malformed "x']);
    assert.deepEqual(plain(parseJson(text).root), { a: 'x', b: 2 });
  });

  it('gives one problem for a missing quotation mark and reads the next lines', () => {
    const lines = ['"programName": "mips",', '"source": "qrda3"'];
    const whole = `{${lines.join('\n')}}`;
    for (const at of [...whole.matchAll(/"/g)].map(({ index }) => index)) {
      const text = whole.slice(0, at) + whole.slice(at + 1);
      assert.equal(parseJson(text).problems.length, 1, text);
    }
  });

  it('gives one problem for a missing bracket and reads what follows', () => {
    assert.deepEqual(problemsOf('{"a": [1, 2}, "b": 3}'), ['malformed }']);
    assert.deepEqual(plain(parseJson('{"a": [1, 2}, "b": 3}').root), { a: [1, 2], b: 3 });
    assert.deepEqual(problemsOf('{"a": {"b": 1}'), ['malformed }']);
  });

  it('takes a bracket that is missing between properties and items as there', () => {
    const faults = [
      ['{"a": [{"b": 1}, {"b": 2}, "c": 3}', 'malformed "c"', { a: [{ b: 1 }, { b: 2 }], c: 3 }],
      ['{"a": [{"b": 1}, "b": 2}], "c": 3}', 'malformed "b"', { a: [{ b: 1 }, { b: 2 }], c: 3 }],
      ['{"a": ["b": 1}, {"b": 2}], "c": 3}', 'malformed "b"', { a: [{ b: 1 }, { b: 2 }], c: 3 }],
      ['{"a": [{"b": 1, {"b": 2}], "c": 3}', 'malformed ,', { a: [{ b: 1 }, { b: 2 }], c: 3 }],
    ] as const;
    for (const [text, problem, value] of faults) {
      assert.deepEqual(problemsOf(text), [problem]);
      assert.deepEqual(plain(parseJson(text).root), value);
    }
  });

  it('gives one problem for a bracket too many and reads what follows', () => {
    assert.deepEqual(problemsOf('{"a": 1}, "b": 2}'), ['content-after-end , "b": 2}']);
    assert.deepEqual(plain(parseJson('{"a": 1}, "b": 2}').root), { a: 1, b: 2 });
    assert.deepEqual(problemsOf('{"a": 1]}'), ['malformed ]']);
  });

  it('tells a second value in the file once', () => {
    assert.deepEqual(problemsOf('{"a": 1}\n{"b": [2]}\n'), ['content-after-end {"b": [2]}']);
  });

  it('understands what other languages write', () => {
    const text = '{a: True, \'b\': None, "c": \'x y\', "d": 012, "e": .5}';
    assert.deepEqual(problemsOf(text), [
      'malformed a',
      'malformed True',
      "malformed 'b'",
      'malformed None',
      "malformed 'x y'",
      'malformed 012',
      'malformed .5',
    ]);
    assert.deepEqual(plain(parseJson(text).root), { a: true, b: null, c: 'x y', d: '012', e: 0.5 });
  });

  it('names a character that cannot be seen', () => {
    assert.match(parseJson('{\u00a0"a": 1}').problems[0]?.message ?? '', /U\+00A0/);
  });

  it('reads a lone surrogate and refuses a bare control character', () => {
    assert.deepEqual(problemsOf('["\\ud800", "\ud800"]'), []);
    assert.deepEqual(problemsOf('["x\u0000y"]'), ['malformed "x\u0000y"']);
  });

  it('reads a file nested a hundred thousand deep without running out of stack', () => {
    const deep = '['.repeat(100_000);
    assert.deepEqual(
      parseJson(deep + ']'.repeat(100_000)).problems.map(({ kind }) => kind),
      ['nested-too-deep'],
    );
    assert.equal(parseJson('{"a":'.repeat(100_000)).problems[0]?.kind, 'nested-too-deep');
  });

  it('gives a bounded number of problems for a file that is no JSON at all', () => {
    assert.ok(parseJson('no json, '.repeat(10_000)).problems.length <= 100);
  });
});
