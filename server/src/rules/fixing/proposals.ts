import { type Edit, replacement } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { ProposedFix } from '../rule.ts';

/** Puts another value in the place of one. */
export function writeInstead(span: Span, newText: string, title = `Write ${newText}`): ProposedFix {
  return { title, edits: [replacement(span, newText)] };
}

/** One of several ways, or one to look at again. */
export function choice(title: string, edits: readonly Edit[]): ProposedFix {
  return { title, edits, isChoice: true };
}

/** An id without the blanks and dashes that people put between its characters. */
export function withoutSeparators(id: string): string {
  return id.replace(/[\s\u00a0\u2010-\u2015-]/g, '');
}
