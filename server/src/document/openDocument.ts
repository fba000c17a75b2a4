import type { Catalogs } from '../catalog/catalog.ts';
import { parseJson } from '../json/parse.ts';
import { decodeQppJson, readJsonPerformanceYear } from '../qppJson/decode.ts';
import { decodeQrda3 } from '../qrda3/decode/decode.ts';
import { buildNodes } from '../qrda3/decode/nodes.ts';
import { readPerformanceYear } from '../qrda3/decode/performanceYear.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { parseXml } from '../xml/parse.ts';
import { detectFormat, detectSyntax } from './detectFormat.ts';
import type { QppDocument } from './document.ts';
import { ruleYear } from './performanceYear.ts';

/** How to read a text. */
export interface OpenOptions {
  /** Read by this year's measures, whatever the file says. */
  readonly performanceYear: number | null;
  /** What the file's name or the editor says it is, for a text that does not tell itself. */
  readonly syntaxHint?: 'xml' | 'json';
}

/** Reads a text once: its tree, and its submission when it is one. Never throws, whatever the text. */
export function openDocument(text: string, catalogs: Catalogs, options: OpenOptions): QppDocument {
  const base = { text, lines: createLineIndex(text) };
  const format = detectFormat(text);
  if (format === 'qrda3') {
    const xml = parseXml(text);
    const nodes = buildNodes(xml);
    const performanceYear = readPerformanceYear(xml, nodes)?.value ?? null;
    const catalog = catalogs.year(ruleYear(performanceYear, options.performanceYear, catalogs));
    if (nodes)
      return { ...base, format, xml, nodes, submission: decodeQrda3(nodes, catalog), performanceYear };
    return { ...base, format: null, xml, json: null };
  }
  if (format === 'qpp-json') {
    const json = parseJson(text);
    const submission = decodeQppJson(json);
    return { ...base, format, json, submission, performanceYear: readJsonPerformanceYear(submission) };
  }
  const syntax = detectSyntax(text) ?? options.syntaxHint;
  return {
    ...base,
    format: null,
    xml: syntax === 'xml' ? parseXml(text) : null,
    json: syntax === 'json' ? parseJson(text) : null,
  };
}
