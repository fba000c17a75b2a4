/** A text that begins like neither is judged by what its name says it should be. */
export function syntaxHint(path: string): { readonly syntaxHint?: 'xml' | 'json' } {
  const ending = /\.(xml|json)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'xml' || ending === 'json' ? { syntaxHint: ending } : {};
}
