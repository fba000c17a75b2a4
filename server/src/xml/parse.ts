import { illegalCharacterOffsets, isNameStart, nameEndAt, skipWhiteSpace } from './characters.ts';
import { lineEndBefore, readNext } from './content.ts';
import { readComment, readDeclaration, readInstruction } from './markup.ts';
import type { OpenElements } from './openElements.ts';
import { closeInnermost, noOpenElements } from './openElements.ts';
import type { XmlReader } from './reader.ts';
import { newReader, report } from './reader.ts';
import { rereadXml } from './reread.ts';
import type { XmlDocument } from './tree.ts';

/**
 * Reads a text as XML, non-validating, with namespaces. It always returns: whatever is wrong becomes a problem with
 * its place, and reading goes on behind it. Entities other than XML's own five are never expanded.
 * @param before an earlier version of the text: what is the same in both need not be read again
 */
export function parseXml(text: string, before: XmlDocument | null = null): XmlDocument {
  return (before && rereadXml(text, before)) ?? readWhole(text);
}

function readWhole(text: string): XmlDocument {
  const reader = newReader(text, text.startsWith('\ufeff') ? 1 : 0);
  const open = noOpenElements();
  readDeclaration(reader);
  while (reader.position < text.length && !(reader.root && open.stack.length === 0)) readNext(reader, open);
  readEpilogue(reader);
  closeAtEnd(reader, open);
  for (const offset of illegalCharacterOffsets(text, 20)) {
    const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    report(reader, 'illegal-character', `The character U+${code} is not allowed in XML.`, offset, offset + 1);
  }
  if (!reader.root && reader.problems.length === 0) {
    report(reader, 'empty-document', 'The file holds no XML element.', 0, text.length);
  }
  reader.problems.sort((a, b) => a.span.start - b.span.start);
  const { root, problems, damaged, elementCount } = reader;
  return { text, root, problems, damaged, elementCount };
}

/** After the root only comments and processing instructions may follow; the first other thing is told and ends the reading. */
function readEpilogue(reader: XmlReader): void {
  const { text } = reader;
  while (reader.root && reader.position < text.length) {
    const at = skipWhiteSpace(text, reader.position);
    if (at >= text.length) return;
    reader.position = at;
    if (text.startsWith('<!--', at)) readComment(reader);
    else if (text.startsWith('<?', at)) readInstruction(reader);
    else {
      const end = isNameStart(text.charCodeAt(at + 1))
        ? nameEndAt(text, at + 1)
        : lineEndBefore(text, at, text.length);
      report(
        reader,
        'content-outside-root',
        `Nothing may follow the root element's end tag </${reader.root.name}>.`,
        at,
        end,
      );
      return;
    }
  }
}

/**
 * At the end of a truncated file all open elements end; that is one fault, told at the innermost of them, unless the
 * cut went through a tag or a comment there, which has been told.
 */
function closeAtEnd(reader: XmlReader, open: OpenElements): void {
  const innermost = open.stack.at(-1)?.element;
  if (!innermost) return;
  reader.damaged.push(innermost);
  const end = reader.text.length;
  const isTold = reader.problems.some(
    ({ kind, span }) => kind.startsWith('malformed-') && span.start >= innermost.start,
  );
  if (!isTold) {
    const others = open.stack.length === 1 ? '' : `, and with it its ${open.stack.length - 1} outer elements`;
    const message = `The file ends before <${innermost.name}> is closed${others}.`;
    report(reader, 'unclosed-element', message, innermost.start, innermost.nameEnd);
  }
  while (open.stack.length > 0) closeInnermost(open, end, end);
}
