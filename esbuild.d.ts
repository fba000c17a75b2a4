import type { BuildOptions } from 'esbuild';

/** The files of dist/, each with what it is made of. */
export const bundles: readonly BuildOptions[];
