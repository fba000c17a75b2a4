import type { InlayHint } from 'vscode-languageserver';
import type { Catalogs, YearCatalog } from '../../catalog/catalog.ts';
import type { QppDocument } from '../../document/document.ts';
import type { Range } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { extentOf } from '../extent.ts';
import type { InlayHintSettings } from '../protocol.ts';
import { dateHints } from './dateHints.ts';
import type { Hint } from './hint.ts';
import { measureHints } from './measureHints.ts';

/** What ids, GUIDs, counts and dates mean, shown behind them in the range an editor shows; each kind as the settings ask. */
export function inlayHints(
  document: QppDocument,
  range: Range,
  catalog: YearCatalog,
  catalogs: Catalogs,
  kinds: InlayHintSettings,
): InlayHint[] {
  if (document.format === null) return [];
  const { submission, lines, text } = document;
  const shown: Span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const source = { text, catalog, catalogs, kinds };
  const near = submission.measurementSets
    .flatMap(({ measurements }) => measurements)
    .filter(({ span }) => overlaps(extentOf(document, span.start) ?? span, shown));
  const hints: Hint[] = [
    ...near.flatMap((measurement) => measureHints(measurement, source)),
    ...(kinds.dates && document.format === 'qrda3' ? dateHints(document.xml, shown) : []),
  ];
  return hints
    .filter(({ offset }) => shown.start <= offset && offset <= shown.end)
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, label, tooltip }) => ({
      position: lines.positionAt(offset),
      label,
      paddingLeft: true,
      ...(tooltip !== undefined && tooltip !== label && { tooltip }),
    }));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
