import assert from 'node:assert/strict';
import { parseJson } from '../../server/src/json/parse.ts';
import type { JsonValue } from '../../server/src/json/tree.ts';
import { member } from '../../server/src/json/tree.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { createLineIndex } from '../../server/src/text/lineIndex.ts';
import type { Span } from '../../server/src/text/span.ts';
import { findingsIn } from '../unit/rules/findings.ts';
import type { JudgedFile, Reason, Verdict } from './qppJsonManifest.ts';
import { judgedFiles } from './qppJsonManifest.ts';

/** Our rules by the manifest's name of a reason. A reason without a name is about the file as a whole. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  '': ['json-placeholder', 'json-shape', 'json-malformed'],
  'year.range': ['performance-year-unknown'],
  submissionMethod: ['json-value-unknown'],
  category: ['json-value-unknown'],
  'legacy.programName': ['json-top-program-name'],
  'value.computed': ['json-computed-field'],
  readonly: ['json-server-field'],
  'date.year': ['period-year'],
  'date.order': ['period-order'],
  'quality.period': ['period-length'],
  'pi.period': ['period-length'],
  'npi.format': ['npi-form'],
  'npi.luhn': ['npi-check-digit'],
  'entityId.missing': ['identifier-missing'],
  'cehrt.missing': ['cehrt-id-missing'],
  'pi.apm': ['pi-of-apm-entity'],
  'pi.incomplete': ['pi-incomplete', 'pi-attestation'],
  'measure.program': ['measure-program'],
  'measureId.unknown': ['measure-id-unknown'],
};

/** Reasons of the manifest that we do not give, each with why. */
const DISAGREEMENTS: readonly {
  readonly isMeant: (reason: Reason, file: JudgedFile) => boolean;
  readonly why: string;
}[] = [
  {
    isMeant: ({ code }) => code === 'completeness' || code === 'casemin',
    why: 'Nothing is wrong with few cases or incomplete data: the score panel shows what they cost, the Problems list does not.',
  },
  {
    isMeant: ({ code }, { name }) => code === 'category' && name.startsWith('docs-submission-example-2017'),
    why: 'Category "aci" is right in 2017, the nearest year there is; the fault is the year 2016, which is told.',
  },
  {
    isMeant: ({ code, text }) => code === 'date.order' && text.includes('must be after or the same'),
    why: 'The end of 2016 in a file of 2019 is one fault, told as a date outside the year.',
  },
  {
    isMeant: ({ code, text }) => code === 'quality.period' && text.includes('-730 days'),
    why: 'A period that ends before it begins has no length; its wrong end is told.',
  },
  {
    isMeant: ({ code, text }, { name }) =>
      code === 'pi.incomplete' && name === 'fup-test-file-2021-app1.json' && text.includes('PI_PHCDRR_3'),
    why: 'Any two of the five public health measures were enough until 2021, and the file reports PI_PHCDRR_1 and PI_PHCDRR_2.',
  },
  {
    isMeant: ({ code }, { text }) => code === 'value.computed' && text.includes('"submission"'),
    why: 'An answer of the API holds computed numbers by its nature: it gets one finding about its shape.',
  },
];

/** Errors that we find and the manifest does not, each with why. */
const OURS_ALONE: readonly { readonly isMeant: (finding: Finding) => boolean; readonly why: string }[] = [
  {
    isMeant: ({ rule, message }) => rule === 'measure-id-unknown' && message.includes('"0391099"'),
    why: 'The manifest looks up no measures for 2016; "0391099" is a measure of no year at all.',
  },
];

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'invalid';
  return findings.length > 0 ? 'valid, with warnings' : 'valid';
}

/** What counts: bodies of API requests are judged as what they are, not as files for upload. */
function findingsAbout({ text, kind }: JudgedFile): Finding[] {
  return findingsIn(text).filter(({ rule }) => rule !== 'json-shape' || kind !== 'api-measurement-set');
}

/** The value a path of the manifest leads to; `$` is the file as it would be uploaded. */
function valueAt(text: string, path: string): JsonValue | null {
  const { root } = parseJson(text);
  const names = path.slice(1).match(/\w+/g) ?? [];
  let value: JsonValue | null = root;
  for (const name of names) {
    if (value?.type === 'array') value = value.items[Number(name)] ?? null;
    else value = (value && (member(value, name) ?? bodyPart(value, name))) ?? null;
  }
  return value;
}

/** Bodies of one set have the participant in `submission`, and are their own only set. */
function bodyPart(body: JsonValue, name: string): JsonValue | undefined {
  const submission = member(body, 'submission');
  return submission && member(submission, name);
}

function isAbout(finding: Finding, { code, path }: Reason, text: string): boolean {
  if (!RULES[code]?.includes(finding.rule)) return false;
  const span: Span | undefined = path === null ? undefined : valueAt(text, path)?.span;
  if (!span) return true;
  // A finding about a key stands before its value, on the same line.
  const { start, end } = createLineIndex(text).rangeOf(span);
  return finding.range.start.line >= start.line && finding.range.end.line <= end.line;
}

describe('The verdicts on QPP JSON that was published', () => {
  const files = judgedFiles();

  it('cover the corpus', () => {
    assert.ok(files.length > 60, `${files.length} files`);
  });

  for (const file of files) {
    const { name, text, verdict, errors, warnings } = file;
    if (verdict !== null) {
      it(`${name}: ${verdict}`, () => {
        const findings = findingsAbout(file);
        assert.equal(
          verdictOf(findings),
          verdict,
          findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'),
        );
      });
    }
    for (const reason of [...errors, ...warnings]) {
      const disagreement = DISAGREEMENTS.find(({ isMeant }) => isMeant(reason, file));
      const isGiven = () => findingsIn(text).some((finding) => isAbout(finding, reason, text));
      if (disagreement) {
        it(`${name}: not "${reason.text}". ${disagreement.why}`, () => assert.equal(isGiven(), false));
      } else {
        it(`${name}: ${reason.text}`, () =>
          assert.equal(
            isGiven(),
            true,
            findingsIn(text)
              .map(({ rule }) => rule)
              .join(),
          ));
      }
    }
    it(`${name}: nothing beyond the reasons in the manifest makes it invalid`, () => {
      if (verdict === null) return;
      const unexplained = findingsAbout(file)
        .filter(({ severity }) => severity === 'error')
        .filter((finding) => !errors.some((reason) => isAbout(finding, reason, text)))
        .filter((finding) => !OURS_ALONE.some(({ isMeant }) => isMeant(finding)));
      assert.deepEqual(
        unexplained.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});
