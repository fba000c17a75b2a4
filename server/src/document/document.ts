import type { JsonDocument } from '../json/tree.ts';
import type { NodeTree } from '../qrda3/decode/nodes.ts';
import type { Submission } from '../submission/submission.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { XmlDocument } from '../xml/tree.ts';

/** A text that was read once; every feature is a function of it. */
export type QppDocument = Qrda3Document | QppJsonDocument | UnknownDocument;

interface DocumentBase {
  readonly text: string;
  readonly lines: LineIndex;
}

/** A QRDA III file, as far as it could be read. */
export interface Qrda3Document extends DocumentBase {
  readonly format: 'qrda3';
  readonly xml: XmlDocument;
  /** The templates CMS's converter sees. */
  readonly nodes: NodeTree;
  readonly submission: Submission;
  /** The year whose rules apply; `null` when nothing in the file tells. */
  readonly performanceYear: number | null;
}

/** A QPP JSON file of any shape, as far as it could be read. */
export interface QppJsonDocument extends DocumentBase {
  readonly format: 'qpp-json';
  readonly json: JsonDocument;
  readonly submission: Submission;
  readonly performanceYear: number | null;
}

/** Neither QRDA III nor QPP JSON, or too broken to tell. */
export interface UnknownDocument extends DocumentBase {
  readonly format: null;
  readonly xml: XmlDocument | null;
  readonly json: JsonDocument | null;
}
