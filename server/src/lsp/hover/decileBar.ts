import type { Benchmark } from '../../catalog/catalog.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/**
 * A benchmark as one line: a block for each decile's bound by its height between 0 and 100 %, then the bounds of
 * the first, middle and last decile in figures, so that it says something without the picture too.
 */
export function decileBar({ decileBounds }: Pick<Benchmark, 'decileBounds'>): string {
  const blocks = decileBounds.map((bound) => (bound === null ? '·' : blockOf(bound))).join('');
  const figures = [3, 6, 10].flatMap((decile) => {
    const bound = decileBounds[decile - 1];
    return bound === null || bound === undefined ? [] : `D${decile} ${bound} %`;
  });
  return [blocks, ...figures].join('  ');
}

function blockOf(bound: number): string {
  const step = Math.floor((Math.min(Math.max(bound, 0), 100) / 100) * (BLOCKS.length - 1));
  return BLOCKS[step] ?? BLOCKS[0];
}
