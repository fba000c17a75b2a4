import type { Catalogs } from '../catalog/catalog.ts';
import { parseJson } from '../json/parse.ts';
import type { JsonDocument } from '../json/tree.ts';
import { decodeQppJson, readJsonPerformanceYear } from '../qppJson/decode.ts';
import { decodeQrda3 } from '../qrda3/decode/decode.ts';
import { buildNodes } from '../qrda3/decode/nodes.ts';
import { yearWrittenFor } from '../qrda3/decode/performanceYear.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { parseXml } from '../xml/parse.ts';
import type { XmlDocument } from '../xml/tree.ts';
import { detectFormat, detectSyntax } from './detectFormat.ts';
import type { QppDocument } from './document.ts';
import { ruleYear } from './performanceYear.ts';

/** How to read a text. */
export interface OpenOptions {
  /** Read by this year's measures, whatever the file says. */
  readonly performanceYear: number | null;
  /** What the file's name or the editor says it is, for a text that does not tell itself. */
  readonly syntaxHint?: 'xml' | 'json';
  /** A sentence when the file's bytes are not in the encoding they should be; an editor gives text, not bytes. */
  readonly encodingFault?: string | null;
  /** An earlier version of the text: what is the same in both is not read again. */
  readonly before?: QppDocument | null;
}

/** Reads a text once: its tree, and its submission when it is one. Never throws, whatever the text. */
export function openDocument(text: string, catalogs: Catalogs, options: OpenOptions): QppDocument {
  const lines = createLineIndex(text);
  const format = detectFormat(text);
  if (format === 'qrda3') {
    const xml = readXml(text, options);
    const nodes = buildNodes(xml);
    if (!nodes) return { format: null, text, lines, xml, json: null };
    const performanceYear = yearWrittenFor(nodes);
    const catalog = catalogs.year(ruleYear(performanceYear, options.performanceYear, catalogs));
    return { format, text, lines, xml, nodes, submission: decodeQrda3(nodes, catalog), performanceYear };
  }
  if (format === 'qpp-json') {
    const json = readJson(text, options);
    const submission = decodeQppJson(json);
    const performanceYear = readJsonPerformanceYear(submission, catalogs.years);
    return { format, text, lines, json, submission, performanceYear };
  }
  const syntax = detectSyntax(text) ?? options.syntaxHint;
  const xml = syntax === 'xml' ? readXml(text, options) : null;
  const json = syntax === 'json' ? readJson(text, options) : null;
  return { format, text, lines, xml, json };
}

function readXml(text: string, { encodingFault, before }: OpenOptions): XmlDocument {
  const xml = parseXml(text, before && 'xml' in before ? before.xml : null);
  if (!encodingFault) return xml;
  return {
    ...xml,
    problems: [{ kind: 'encoding', message: encodingFault, span: encodingSpan(text) }, ...xml.problems],
  };
}

function readJson(text: string, { encodingFault, before }: OpenOptions): JsonDocument {
  const json = parseJson(text, before && 'json' in before ? before.json : null);
  if (!encodingFault) return json;
  return {
    ...json,
    problems: [{ kind: 'encoding', message: encodingFault, span: { start: 0, end: 1 } }, ...json.problems],
  };
}

/** The encoding's name in the XML declaration, else the file's first character. */
function encodingSpan(text: string): Span {
  const match = /^\ufeff?<\?xml[^>]*?encoding\s*=\s*["']/.exec(text);
  const start = match ? match[0].length : 0;
  return { start, end: match ? start + text.slice(start).search(/["']/) : 1 };
}
