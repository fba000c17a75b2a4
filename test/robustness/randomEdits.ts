import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { Random } from '../fixtures/damage.ts';
import { createPositions } from './textModel.ts';

/** What one change of a file's author does to it: the edits as LSP sends them, and the text they must give. */
export interface Change {
  readonly text: string;
  readonly contentChanges: readonly TextDocumentContentChangeEvent[];
}

/** A file as its author edits it. */
export interface Author {
  change(): Change;
}

/** What people and programs write into such files, and what breaks a reader that is not careful. */
const TYPED: readonly string[] = [
  '<', '>', '/>', '</', '"', "'", '&', '&#x0;', '&lt;', '<!--', '-->', '<![CDATA[', ']]>', '<?', '<!DOCTYPE x [',
  '{', '}', '[', ']', ',', ':', '//', '/*', '\\', '\\u', '\\ud83d', '"__proto__": 1,', '1e999', '-', 'null',
  ' ', '\t', '\n', '\r', '\r\n', '\u2028', '\u0000', '\ufeff', '\u{1f9ea}', '\ud83e', '\uddea', 'é', '\u0301',
  'x', '0', 'nullFlavor="NA" ', 'xmlns:a="urn:a" ', '<id root="1"/>', '<text>', '"measureId": "236",', '"strata": [',
]; // biome-ignore format: one list

/** Makes the changes of one author, the same in every run of the seed. */
export function createAuthor(original: string, random: Random): Author {
  const undone: string[] = [];
  let text = original;

  const upTo = (limit: number) => Math.floor(random() * (limit + 1));
  const pick = <T>(items: readonly T[], otherwise: T): T => items[upTo(items.length - 1)] ?? otherwise;

  function stretch(longest: number): { readonly start: number; readonly end: number } {
    const start = placeIn(text, upTo(text.length));
    const end = placeIn(text, Math.min(text.length, start + upTo(longest)));
    return { start, end: Math.max(start, end) };
  }

  /** One edit of a stretch, which {@link text} has taken when this returns. */
  function edit(): TextDocumentContentChangeEvent {
    const kind = random();
    const { start, end } = stretch(kind < 0.35 ? 0 : kind < 0.9 ? 12 : 600);
    const pasted = stretch(kind < 0.8 ? 40 : 1500);
    const newText =
      kind < 0.45 ? pick(TYPED, '') : kind < 0.6 || kind > 0.95 ? '' : text.slice(pasted.start, pasted.end);
    const positionAt = createPositions(text);
    const range = { start: positionAt(start), end: positionAt(end) };
    text = text.slice(0, start) + newText + text.slice(end);
    return { range, text: newText };
  }

  /** Puts a text in the place of the whole file, as undo and "revert" do. */
  function replace(by: string): Change {
    text = by;
    return { text, contentChanges: [{ text }] };
  }

  return {
    change() {
      const kind = random();
      if (kind < 0.02) {
        undone.length = 0;
        return replace(random() < 0.3 ? otherLineEnds(original, random) : original);
      }
      if (kind < 0.2 && undone.length > 0) return replace(undone.pop() ?? original);
      undone.push(text);
      const count = kind < 0.7 ? 1 : 1 + upTo(4);
      const contentChanges = Array.from({ length: count }, edit);
      return { text, contentChanges };
    },
  };
}

/** Nearby an offset that LSP can name: not one between CR and LF. */
function placeIn(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}

function otherLineEnds(text: string, random: Random): string {
  return text.replace(/\n/g, random() < 0.5 ? '\r\n' : '\r');
}
