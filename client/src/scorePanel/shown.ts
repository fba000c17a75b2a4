import type { Uri } from 'vscode';
import type { WhatIf } from '../../../server/src/scoring/whatIf.ts';

/** Which files a panel scores, and how. */
export interface Shown {
  /** Oldest first. */
  readonly uris: readonly Uri[];
  /** Whether another file that becomes active takes their place. */
  readonly isFollowing: boolean;
  /** `null`: the first program of the files. */
  readonly programName: string | null;
}

/** What a panel shows before any file was active. */
export const NOTHING_SHOWN: Shown = { uris: [], isFollowing: true, programName: null };

/** One file, until another one becomes active. */
export function following(uri: Uri): Shown {
  return { uris: [uri], isFollowing: true, programName: null };
}

/** The changes the user tries out, kept apart for each file or set of files. */
export interface WhatIfStore {
  of(shown: Shown): readonly WhatIf[];
  set(shown: Shown, whatIf: readonly WhatIf[]): void;
}

export function createWhatIfStore(): WhatIfStore {
  const byFiles = new Map<string, readonly WhatIf[]>();
  const keyOf = ({ uris }: Shown) => uris.map(String).join('\n');
  return {
    of: (shown) => byFiles.get(keyOf(shown)) ?? [],
    set: (shown, whatIf) => byFiles.set(keyOf(shown), whatIf),
  };
}
