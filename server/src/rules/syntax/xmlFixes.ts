import { SDTC_NAMESPACE, XSI_NAMESPACE } from '../../qrda3/namespaces.ts';
import { type Edit, insertion, removal, replacement, withLine } from '../../text/edit.ts';
import { elementAt } from '../../xml/locate.ts';
import { doctypeEnd } from '../../xml/markup.ts';
import { attribute, type XmlDocument, type XmlElement, type XmlProblem } from '../../xml/tree.ts';
import type { ProposedFix } from '../rule.ts';

/** What an author certainly meant where XML does not allow what is written. */
export function xmlFixes(problem: XmlProblem, document: XmlDocument): ProposedFix[] {
  const fix = fixFor(problem, document);
  return fix ? [fix] : [];
}

function fixFor(problem: XmlProblem, document: XmlDocument): ProposedFix | null {
  const { kind, span } = problem;
  const { text } = document;
  const written = text.slice(span.start, span.end);
  switch (kind) {
    case 'bare-ampersand':
      return write('&amp;', [replacement(span, '&amp;')]);
    case 'illegal-text':
      return write(']]&gt;', [replacement(span, ']]&gt;')]);
    case 'illegal-character':
      return { title: 'Delete the character', edits: [removal(span)] };
    case 'undefined-entity':
      return entityFix(written, problem);
    case 'doctype':
      return doctypeFix(span.start, text);
    case 'malformed-comment':
      return commentFix(span.start, text);
    case 'malformed-declaration':
      return declarationFix(span.start, text);
    case 'undeclared-prefix':
      return prefixFix(written, document);
    case 'duplicate-attribute':
      return duplicateFix(problem, document);
    case 'malformed-attribute':
      return attributeFix(problem, text);
    case 'malformed-tag':
      return tagFix(problem, text);
    case 'unexpected-end-tag':
      return endTagFix(problem, document);
    case 'unclosed-element':
      return unclosedFix(problem, document);
    default:
      return null;
  }
}

function write(what: string, edits: readonly Edit[]): ProposedFix {
  return { title: `Write ${what}`, edits };
}

/** Entities of HTML that get into XML by copying; XML knows them by number only. */
const HTML_ENTITIES: Readonly<Record<string, number>> = {
  nbsp: 160,
  copy: 169,
  reg: 174,
  deg: 176,
  plusmn: 177,
  micro: 181,
  middot: 183,
  ndash: 8211,
  mdash: 8212,
  lsquo: 8216,
  rsquo: 8217,
  ldquo: 8220,
  rdquo: 8221,
  bull: 8226,
  hellip: 8230,
  trade: 8482,
  le: 8804,
  ge: 8805,
};

function entityFix(written: string, { span }: XmlProblem): ProposedFix | null {
  const code = HTML_ENTITIES[written.slice(1, -1)];
  return code === undefined ? null : write(`&#${code};`, [replacement(span, `&#${code};`)]);
}

/** With declarations inside, entities of the file may depend on it. */
function doctypeFix(start: number, text: string): ProposedFix | null {
  const end = doctypeEnd(text, start);
  if (text.slice(start, end).includes('[')) return null;
  return { title: 'Delete the DOCTYPE', edits: [removal(withLine(text, { start, end }))] };
}

/** A comment has no meaning for CMS; hyphens that stand together are parted. */
function commentFix(hyphens: number, text: string): ProposedFix | null {
  const start = text.lastIndexOf('<!--', hyphens) + 4;
  const end = text.indexOf('-->', start);
  if (end === -1 || start < 4) return null;
  const parted = text
    .slice(start, end)
    .replace(/--+/g, (run) => run.split('').join(' '))
    .replace(/-$/, '- ');
  return { title: 'Part the hyphens', edits: [replacement({ start, end }, parted)] };
}

function declarationFix(start: number, text: string): ProposedFix | null {
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const isFirst = start === from;
  if (!isFirst) {
    const isBlankBefore = text.slice(from, start).trim() === '';
    return isBlankBefore
      ? { title: 'Delete what stands before it', edits: [removal({ start: from, end: start })] }
      : null;
  }
  const end = text.indexOf('?>', start) + 2;
  const declared = text.slice(start, end);
  const isUtf8 = !/encoding/i.test(declared) || /utf-?8/i.test(declared);
  if (end < 2 || declared.includes('<', 1) || !isUtf8) return null;
  const right = '<?xml version="1.0" encoding="UTF-8"?>';
  return write(right, [replacement({ start, end }, right)]);
}

/** The prefixes HL7's files use by custom. */
const CUSTOMARY: Readonly<Record<string, string>> = { xsi: XSI_NAMESPACE, sdtc: SDTC_NAMESPACE };

function prefixFix(name: string, { root }: XmlDocument): ProposedFix | null {
  const prefix = name.slice(0, name.indexOf(':'));
  const namespace = CUSTOMARY[prefix];
  if (!root || namespace === undefined || attribute(root, `xmlns:${prefix}`)) return null;
  const last = root.attributes.at(-1);
  const declaration = ` xmlns:${prefix}="${namespace}"`;
  return {
    title: `Declare the prefix ${prefix} at the root`,
    edits: [insertion(last ? last.valueEnd + 1 : root.nameEnd, declaration)],
  };
}

/** Only where both say the same. */
function duplicateFix({ span }: XmlProblem, document: XmlDocument): ProposedFix | null {
  const { text } = document;
  const element = elementAt(document, span.start);
  const name = text.slice(span.start, span.end);
  const first = element && attribute(element, name);
  const second = /^\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/.exec(text.slice(span.end, span.end + 2000));
  if (!first || !second || text.slice(first.valueStart, first.valueEnd) !== (second[1] ?? second[2]))
    return null;
  let { start } = span;
  while (/\s/.test(text[start - 1] ?? '')) start--;
  return {
    title: `Delete the second ${name}`,
    edits: [removal({ start, end: span.end + second[0].length })],
  };
}

function attributeFix({ span }: XmlProblem, text: string): ProposedFix | null {
  const written = text.slice(span.start, span.end);
  if (written === '<') return write('&lt;', [replacement(span, '&lt;')]);
  const before = text.slice(0, span.start).trimEnd().at(-1);
  if (/^["'][^"'<>]*$/.test(written) && before === '=') {
    return { title: 'Close the quote', edits: [insertion(span.end, written.charAt(0))] };
  }
  if (before === '=' && /^[^"'<>\s]+$/.test(written)) {
    const quoted = `"${written}"`;
    return write(quoted, [replacement(span, quoted)]);
  }
  const isGlued =
    /["']/.test(text[span.start - 1] ?? '') && /^\s*=\s*["']/.test(text.slice(span.end, span.end + 50));
  return isGlued ? { title: 'Insert a space', edits: [insertion(span.start, ' ')] } : null;
}

function tagFix({ span }: XmlProblem, text: string): ProposedFix | null {
  const written = text.slice(span.start, span.end);
  if (written === '<') return write('&lt;', [replacement(span, '&lt;')]);
  return written.startsWith('</') ? { title: 'Insert ">"', edits: [insertion(span.end, '>')] } : null;
}

/** An end tag that closes an element of nearly the same name. */
function endTagFix({ span }: XmlProblem, document: XmlDocument): ProposedFix | null {
  const element = elementAt(document, span.start);
  if (element?.closeStart !== span.start || element.end !== span.end) return null;
  const right = `</${element.name}>`;
  return write(right, [replacement(span, right)]);
}

/** Elements that hold nothing in CDA: without an end tag they were meant to be empty. */
const EMPTY_ELEMENTS: ReadonlySet<string> = new Set([
  'templateId',
  'id',
  'realmCode',
  'typeId',
  'code',
  'statusCode',
  'languageCode',
  'confidentialityCode',
  'methodCode',
  'low',
  'high',
  'time',
  'versionNumber',
  'signatureCode',
  'setId',
  'value',
  'translation',
]);

function unclosedFix({ span }: XmlProblem, document: XmlDocument): ProposedFix | null {
  const { text } = document;
  const element = elementAt(document, span.start);
  if (element?.start !== span.start) return null;
  const endTag = /^<\/([^\s>]+)\s*>/.exec(text.slice(element.closeStart, element.closeStart + 100));
  if (element.closeStart < element.end && endTag?.[1]) {
    return write(`<${endTag[1]}`, [
      replacement({ start: element.start + 1, end: element.nameEnd }, endTag[1]),
    ]);
  }
  if (element.end >= text.length) return null;
  if (EMPTY_ELEMENTS.has(element.local) && text[element.openEnd - 1] === '>') {
    return {
      title: 'Close the tag with "/>"',
      edits: [insertion(element.openEnd - 1, '/')],
      mayUncover: true,
    };
  }
  return { title: `Insert </${element.name}>`, edits: [endTagFor(element, text)], mayUncover: true };
}

/** An end tag on a line of its own where the start tag has one. */
function endTagFor(element: XmlElement, text: string): Edit {
  const content = text.slice(element.openEnd, element.end).trimEnd();
  const lineStart = text.lastIndexOf('\n', element.start) + 1;
  const indent = text.slice(lineStart, element.start);
  const isOnItsOwn = content.includes('\n') && indent.trim() === '';
  return insertion(element.openEnd + content.length, `${isOnItsOwn ? `\n${indent}` : ''}</${element.name}>`);
}
