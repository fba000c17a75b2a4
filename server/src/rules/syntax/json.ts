import type { JsonProblem } from '../../json/tree.ts';
import type { Problem } from '../rule.ts';
import type { SyntaxRule } from './syntaxRule.ts';

const SOURCE = 'RFC 8259 (JSON), as the submission API parses a request body';

/** What each fault means to an author: the title and the page of its rule. */
const EXPLANATIONS: Readonly<
  Record<JsonProblem['kind'], { readonly title: string; readonly documentation: string }>
> = {
  'empty-document': {
    title: 'The file holds no JSON',
    documentation: 'The file is empty or has nothing but white space in it.',
  },
  malformed: {
    title: 'The JSON is malformed',
    documentation:
      'A comma, colon, quote or bracket is missing or misplaced, or a value is none that JSON knows.',
  },
  comment: {
    title: 'The JSON has a comment',
    documentation:
      'JSON has no comments; editors accept them in their own settings files, the submission API does not.',
  },
  'trailing-comma': {
    title: 'A comma stands after the last item',
    documentation: 'JSON allows no comma before a closing bracket.',
  },
  'duplicate-key': {
    title: 'A key stands twice in one object',
    documentation:
      'Parsers keep the last of two equal keys and silently drop the first, so one of the two values is lost.',
  },
  'content-after-end': {
    title: 'There is content after the JSON value',
    documentation: 'A JSON file holds one value. Two submissions cannot stand one after the other in a file.',
  },
  'nested-too-deep': {
    title: 'Values are nested too deep',
    documentation:
      'A QPP submission is some six levels deep. QPP Lens stops building its tree far below that; the limit is its own.',
  },
  encoding: {
    title: "The file's encoding is not UTF-8",
    documentation: 'JSON is exchanged as UTF-8. Bytes that are no UTF-8 cannot be read for certain.',
  },
};

/** One rule for each kind of fault the JSON reader knows. */
export const jsonSyntaxRules: readonly SyntaxRule[] = Object.entries(EXPLANATIONS).map(
  ([kind, explanation]) => ({
    id: `json-${kind}`,
    layer: 'syntax',
    // A repeated key is no refusal: the file is read, and one of the two values is lost.
    severity: kind === 'duplicate-key' ? 'warning' : 'error',
    source: SOURCE,
    ...explanation,
    *check({ document }) {
      const problems = document.format === 'qrda3' ? [] : (document.json?.problems ?? []);
      for (const problem of problems) if (problem.kind === kind) yield found(problem);
    },
  }),
);

/** What a parser does not accept and nobody needs is deleted by a fix. */
const DELETIONS: Partial<Record<JsonProblem['kind'], string>> = {
  comment: 'Delete the comment',
  'trailing-comma': 'Delete the comma',
};

function found({ kind, span, message, related }: JsonProblem): Problem {
  const title = DELETIONS[kind];
  return {
    span,
    message,
    ...(related && { related: [related] }),
    ...(title && { fixes: [{ title, edits: [{ span, newText: '' }] }] }),
  };
}
