import type { JsonArray, JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { fieldsByName } from '../../qppJson/fieldIndex.ts';
import type { JsonShape } from '../../qppJson/shape.ts';
import { bracketSpan } from '../../qppJson/sourcedValue.ts';
import { applyEdits } from '../../text/edit.ts';
import type { Problem, ProposedFix, Rule } from '../rule.ts';
import { deleteProperties } from './edits.ts';
import type { JsonParts } from './jsonParts.ts';
import { jsonParts } from './jsonParts.ts';

/** The file is JSON of the submission API, but not what qpp.cms.gov takes as a file. */
export const jsonShape: Rule = {
  id: 'json-shape',
  layer: 'upload',
  severity: 'information',
  source: 'CMS QPP submissions API documentation (Submissions, Measurement Sets, tutorials)',
  title: 'The JSON is not a submission file',
  documentation: `A file for upload is one object with \`entityType\`, \`performanceYear\`, the ids of the participant and \`measurementSets\`. Four other kinds of JSON look much like it:

| kind | how it is told |
|---|---|
| body of \`POST /measurement-sets\` | one measurement set, with the participant in a nested \`submission\` |
| body of \`PATCH /measurement-sets/{id}\` | \`measurements\` and dates alone |
| answer of the API | everything inside \`data.submission\` |
| fragment | a measurement or a set without the rest |

They are right in their own place and refused as a file; an answer of the API is right nowhere as an upload. What stands inside is checked all the same. Where all parts are there, a fix makes a file of them.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts) return;
    const problem = describe(parts);
    if (problem) yield problem;
  },
};

const DESCRIPTIONS: Readonly<Partial<Record<JsonShape, string>>> = {
  'measurement-set':
    'This is the body of POST /measurement-sets, not a file for upload: a file has the participant at the top and the set in "measurementSets".',
  patch:
    'This is the body of a PATCH request, not a file for upload: it names neither the participant nor the category.',
  response:
    'This is an answer of the submission API, not a file for upload: the submission stands inside a wrapper that the upload does not know.',
  fragment: 'This is a part of a submission, not a file for upload.',
};

const LIST_OF_SUBMISSIONS =
  'This is a list of submissions. A file for upload is one submission: an object in { }, with no list around it.';

function isListOfSubmissions({ shape, participant, json }: JsonParts): boolean {
  return shape === 'fragment' && participant !== null && json.root?.type === 'array';
}

function describe(parts: JsonParts): Problem | null {
  const { shape, json } = parts;
  const isList = isListOfSubmissions(parts);
  const message = isList ? LIST_OF_SUBMISSIONS : shape && DESCRIPTIONS[shape];
  if (!message || !json.root) return null;
  const { start } = json.root.span;
  const fix = fixFor(parts);
  return {
    span: { start, end: start + 1 },
    message,
    ...((isList || shape === 'response') && { severity: 'error' }),
    ...(fix && { fixes: [fix] }),
  };
}

function fixFor(parts: JsonParts): ProposedFix | null {
  const { shape, json, participant, sets } = parts;
  const [set] = sets;
  if (shape === 'measurement-set' && participant && set) return wrap(json.text, participant, set);
  if (isListOfSubmissions(parts) && participant && json.root?.type === 'array') {
    return json.root.items.length === 1 ? takeOut(json.root, participant) : null;
  }
  if (shape === 'response' && participant && json.root && member(participant, 'measurementSets')) {
    const newText = withoutServerFields(participant, parts);
    return {
      title: 'Take the submission out of its wrapper',
      edits: [{ span: json.root.span, newText: unindent(newText, indentOf(json.text, participant)) }],
    };
  }
  return null;
}

function takeOut(list: JsonArray, submission: JsonObject): ProposedFix {
  return {
    title: 'Take the submission out of the list',
    edits: [
      { span: { start: list.span.start, end: submission.span.start }, newText: '' },
      { span: { start: submission.span.end, end: list.span.end }, newText: '' },
    ],
  };
}

/** An answer holds what CMS has added or worked out, which no upload has. */
function withoutServerFields({ span }: JsonObject, { json, allObjects }: JsonParts): string {
  const edits = allObjects()
    .filter(({ object }) => span.start <= object.span.start && object.span.end <= span.end)
    .flatMap(({ object, fields }) => {
      const known = fieldsByName(fields);
      const isAdded = (name: string) =>
        known.get(name)?.role === 'server' || known.get(name)?.role === 'computed';
      return deleteProperties(object, ({ key }) => isAdded(key));
    });
  const text = applyEdits(json.text, edits);
  return text.slice(span.start, span.end + text.length - json.text.length);
}

/** Participant at the top, the set without its `submission` below. Text is moved as it stands, numbers included. */
function wrap(text: string, participant: JsonObject, set: JsonObject): ProposedFix {
  const lines = (object: JsonObject, indent: string): string[] =>
    object.properties
      .filter(({ key, value }) => value !== participant && value !== null && key !== 'measurementSets')
      .map(({ keySpan, value }) => `${indent}${text.slice(keySpan.start, value?.span.end ?? keySpan.end)}`);
  const newText = [
    '{',
    `${[...lines(participant, '  '), '  "measurementSets": ['].join(',\n')}`,
    '    {',
    lines(set, '      ').join(',\n'),
    '    }',
    '  ]',
    '}',
  ].join('\n');
  return { title: 'Make a submission file of it', edits: [{ span: set.span, newText }] };
}

function indentOf(text: string, object: JsonObject): string {
  const lineStart = text.lastIndexOf('\n', bracketSpan(object).start) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}

function unindent(text: string, indent: string): string {
  return indent === '' ? text : text.replaceAll(`\n${indent}`, '\n');
}
