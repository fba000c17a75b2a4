import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ScoreFile } from '../protocol.ts';

/** Texts of files that are not open, sent with a request: a text that comes again is the same document. */
export interface GivenTexts {
  /** The documents of the files that have a text; those that were given before and are not now are forgotten. */
  take(files: readonly ScoreFile[]): ReadonlyMap<string, TextDocument>;
}

/** Keeps the texts of the last request, so that what was read of them is read once. */
export function createGivenTexts(onForget: (uri: string) => void): GivenTexts {
  let known: ReadonlyMap<string, TextDocument> = new Map();
  return {
    take(files) {
      const given = new Map<string, TextDocument>();
      for (const { uri, text } of files) {
        if (text !== undefined) given.set(uri, documentOf(uri, text, known.get(uri)));
      }
      for (const uri of known.keys()) if (!given.has(uri)) onForget(uri);
      known = given;
      return given;
    },
  };
}

function documentOf(uri: string, text: string, before: TextDocument | undefined): TextDocument {
  if (before?.getText() === text) return before;
  return TextDocument.create(uri, '', (before?.version ?? 0) + 1, text);
}
