import { type FoundProperty, propertyAt } from '../../json/locate.ts';
import type { JsonDocument, JsonProblem } from '../../json/tree.ts';
import { type Edit, removal, withLine } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { deleteProperty } from '../qppJson/edits.ts';
import type { Problem, ProposedFix } from '../rule.ts';
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
      const json = document.format === 'qrda3' ? null : document.json;
      for (const problem of json?.problems ?? [])
        if (json && problem.kind === kind) yield found(problem, json);
    },
  }),
);

/** What a parser does not accept and nobody needs is deleted by a fix. */
const DELETIONS: Partial<Record<JsonProblem['kind'], string>> = {
  comment: 'Delete the comment',
  'trailing-comma': 'Delete the comma',
};

function found(problem: JsonProblem, json: JsonDocument): Problem {
  const { span, message, related } = problem;
  return {
    span,
    message,
    ...(related && { related: [related] }),
    fixes: () => fixesOf(problem, json),
  };
}

function fixesOf({ kind, span, related, repair }: JsonProblem, json: JsonDocument): ProposedFix[] {
  if (repair) return [{ title: titleOf(repair), edits: [repair] }];
  const title = DELETIONS[kind];
  if (title) return [{ title, edits: [removal(kind === 'comment' ? withLine(json.text, span) : span)] }];
  return kind === 'duplicate-key' && related ? duplicateFixes(span, related.span, json) : [];
}

function titleOf({ span, newText }: Edit): string {
  if (newText === '') return 'Delete it';
  return span.start === span.end ? `Insert ${newText}` : `Write ${newText}`;
}

/** Readers take the last value, so the first says nothing; but which one was meant can be told only where both are equal. */
function duplicateFixes(second: Span, first: Span, json: JsonDocument): ProposedFix[] {
  const [one, other] = [first, second].map(({ start }) => propertyAt(json, start));
  if (!one || !other) return [];
  const isSame = valueText(one, json) === valueText(other, json);
  const keep = (kept: FoundProperty, dropped: FoundProperty): ProposedFix => ({
    ...deleteProperty(dropped.object, dropped.property),
    title: isSame ? 'Delete the first' : `Keep ${valueText(kept, json)}`,
    ...(!isSame && { isChoice: true }),
  });
  return isSame ? [keep(other, one)] : [keep(other, one), keep(one, other)];
}

function valueText({ property: { value } }: FoundProperty, { text }: JsonDocument): string {
  const written = value ? text.slice(value.span.start, value.span.end).replace(/\s+/g, ' ') : '';
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
