/** Numbers the gaps of a snippet, in the order in which they are filled in. */
export interface Gaps {
  next(): number;
}

/** Numbers the gaps of a snippet from 1. */
export function createGaps(): Gaps {
  let last = 0;
  return { next: () => ++last };
}

/** A text as it stands in a snippet: `$`, `}` and `\` would begin or end a gap. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Numbers the gaps in the order in which they stand, so that the author fills them in from top to bottom. */
export function inReadingOrder(snippet: string): string {
  const numbers = new Map<string, number>();
  return snippet.replace(/(?<!\\)\$(\{?)(\d+)/g, (_, brace: string, number: string) => {
    if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
    return `$${brace}${numbers.get(number)}`;
  });
}

/** A snippet as it stands when nobody has filled in a gap: with the texts that the gaps hold at first. */
export function withoutGaps(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
