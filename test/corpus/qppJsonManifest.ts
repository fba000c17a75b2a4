import { readShared } from './shared.ts';

/** How a file of the corpus was judged by hand from the documentation, before this program existed. */
export interface JudgedFile {
  readonly name: string;
  readonly text: string;
  /** `file`, `api-measurement-set`, `converter-output`, `error-response`, `fragment` and the like. */
  readonly kind: string;
  readonly verdict: Verdict | null;
  /** What makes the file invalid, and what is accepted but loses points or data. */
  readonly errors: readonly Reason[];
  readonly warnings: readonly Reason[];
}

export type Verdict = 'valid' | 'valid, with warnings' | 'invalid';

/** A reason as the manifest writes it: `date.year $.measurementSets[0].performanceStart: text`. */
export interface Reason {
  readonly code: string;
  /** JSON path of the value it is about; `null` for the file as a whole. */
  readonly path: string | null;
  readonly text: string;
}

interface Entry {
  readonly file: string;
  readonly kind: string;
  readonly verdict: string;
  readonly why?: readonly string[];
  readonly warnings?: readonly string[];
}

/** All JSON files of the manifest. */
export function judgedFiles(): JudgedFile[] {
  const entries: readonly Entry[] = JSON.parse(readShared('samples', 'qpp-json', 'manifest.json'));
  return entries
    .filter(({ file }) => /\.json(?:\.txt)?$/.test(file))
    .map(({ file, kind, verdict, why = [], warnings = [] }) => ({
      name: file,
      text: readShared('samples', 'qpp-json', file),
      kind,
      verdict: verdict.startsWith('n/a') ? null : (verdict as Verdict),
      errors: why.map(readReason),
      warnings: warnings.map(readReason),
    }));
}

function readReason(text: string): Reason {
  const match = /^([\w.]+) (\$[\w.[\]]*): /.exec(text);
  return { code: match?.[1] ?? '', path: match?.[2] ?? null, text };
}
