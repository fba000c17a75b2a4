/**
 * Whether a text is a template's gap that nobody filled in: `< performanceYearToBeReported >-01-01`, `{entityId}`,
 * `${tin}`, `TBD`. Runs of X, which CMS's own samples use for ids, are not told apart from real ones.
 */
export function isPlaceholder(text: string): boolean {
  return (
    /^\s*(?:<[^<>]+>|\$?\{+[^{}]+\}+|\[[^[\]]+\]|%[\w ]+%)/.test(text) ||
    /^\s*(?:tbd|todo|to be reported)\s*$/i.test(text)
  );
}
