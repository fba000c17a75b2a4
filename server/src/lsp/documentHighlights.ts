import type { DocumentHighlight } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { QppDocument } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import { tagNamesAt } from '../xml/tagNames.ts';
import { mentionAt, mentionsIn } from './mentions.ts';

/**
 * What belongs to the cursor's place: on a tag its partner, on a measure's or population's id or GUID every other
 * place of the file that names it. `null` elsewhere, where the editor marks equal words by itself.
 */
export function documentHighlights(document: QppDocument, offset: number): DocumentHighlight[] | null {
  const spans = tagPair(document, offset) ?? sameId(document, offset);
  return (
    spans?.map((span) => ({ range: document.lines.rangeOf(span), kind: DocumentHighlightKind.Text })) ?? null
  );
}

function tagPair(document: QppDocument, offset: number): Span[] | null {
  const names = document.format === 'qrda3' ? tagNamesAt(document.xml, offset) : null;
  return names && [names.start, names.end];
}

function sameId(document: QppDocument, offset: number): Span[] | null {
  if (document.format === null) return null;
  const mentions = mentionsIn(document.submission);
  const at = mentionAt(mentions, offset);
  return at ? mentions.filter(({ id }) => id === at.id).map(({ span }) => span) : null;
}
