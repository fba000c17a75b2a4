import type { QppDocument } from '../../document/document.ts';
import type { Rule } from '../rule.ts';

/** A rule that needs nothing but the text: it runs on any file, also on one that is no submission. */
export type SyntaxRule = Rule<{ readonly document: QppDocument }>;
