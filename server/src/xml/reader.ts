import type { OpenAttribute } from './attributes.ts';
import type { NameTable } from './names.ts';
import { noNames } from './names.ts';
import type { OpenElement } from './startTag.ts';
import type { XmlElement, XmlProblem, XmlProblemKind } from './tree.ts';

/** Past this many problems a text is not XML with faults but something else; more would only bury the first. */
export const PROBLEM_LIMIT = 100;

/** The state of one reading, shared by the functions that read tags, comments and text. */
export interface XmlReader {
  readonly text: string;
  /** The tree is to stay longer than the text: its values must not hold on to it. */
  readonly outlivesText: boolean;
  /** Offset of the next character to read. */
  position: number;
  readonly problems: XmlProblem[];
  readonly damaged: XmlElement[];
  readonly names: NameTable;
  /** The attributes of the tag being read. */
  readonly tagAttributes: OpenAttribute[];
  /** One of them has a prefix or declares a namespace; nearly all tags have none such. */
  hasNamespaces: boolean;
  /** The tag being read has a fault that has been told; what else is wrong with it follows from that. */
  isTagFaulty: boolean;
  root: OpenElement | null;
  hasDoctype: boolean;
  elementCount: number;
}

/** A reader that stands at an offset. */
export function newReader(text: string, position: number, outlivesText = false): XmlReader {
  return {
    text,
    outlivesText,
    position,
    problems: [],
    damaged: [],
    names: noNames(),
    tagAttributes: [],
    hasNamespaces: false,
    isTagFaulty: false,
    root: null,
    hasDoctype: false,
    elementCount: 0,
  };
}

/** Notes a problem and goes on. */
export function report(
  reader: XmlReader,
  kind: XmlProblemKind,
  message: string,
  start: number,
  end: number,
): void {
  if (reader.problems.length >= PROBLEM_LIMIT) return;
  reader.problems.push({ kind, message, span: { start, end: Math.max(end, start) } });
}
