import type { Catalogs, Mvp, YearCatalog } from '../catalog/catalog.ts';
import type { Participant } from '../submission/participant.ts';
import type { ScoreOptions } from './options.ts';
import type { ScoringPolicy } from './policy.ts';

/** Under which set of rules a program's data is scored. */
export type ProgramRules =
  | { readonly kind: 'mips' }
  | { readonly kind: 'app' }
  | { readonly kind: 'mvp'; readonly mvp: Mvp }
  /** Primary Care First, CPC+, Making Care Primary: the same measures, but no MIPS score. */
  | { readonly kind: 'outsideMips' };

/** Everything the category scores depend on besides the data. */
export interface ScoreContext {
  readonly policy: ScoringPolicy;
  readonly catalog: YearCatalog;
  readonly catalogs: Catalogs;
  readonly options: ScoreOptions;
  readonly programName: string;
  readonly rules: ProgramRules;
  readonly participant: Participant | null;
}

/** The rules of a program, by its QPP JSON name. */
export function programRules(programName: string, catalog: YearCatalog): ProgramRules {
  if (programName === 'mips') return { kind: 'mips' };
  if (programName === 'app1' || programName === 'appPlus') return { kind: 'app' };
  const mvp = catalog.mvps.get(programName);
  return mvp ? { kind: 'mvp', mvp } : { kind: 'outsideMips' };
}
