import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import { redact } from '../redaction/redact.ts';
import { replacedInWords } from '../redaction/wording.ts';
import { applyEdits } from '../text/edit.ts';
import type { RedactedCopy } from './protocol.ts';

/** Redacts files together. They come as texts, so that a file of any name and language can be redacted. */
export function redactedCopies(texts: readonly string[], { catalogs }: Knowledge): RedactedCopy[] {
  const documents = texts.map((text) => openDocument(text, catalogs, { performanceYear: null }));
  return redact(documents).map(({ edits, values }, index) => ({
    text: applyEdits(texts[index] ?? '', edits),
    replaced: replacedInWords(values),
  }));
}
