/** An element of a skeleton. Its text may hold the gaps of a snippet. */
export interface Tag {
  /** Name and attributes as they stand between the brackets. */
  readonly written: string;
  readonly content: readonly Tag[] | string;
}

/** An element that holds others; an empty one when it holds none. */
export function tag(written: string, ...content: readonly (Tag | readonly Tag[] | null)[]): Tag {
  return { written, content: content.flatMap((part) => part ?? []) };
}

/** An element that holds text. */
export function textTag(written: string, text: string): Tag {
  return { written, content: text };
}

/**
 * Writes an element, two blanks for each level.
 * @param prefix of the CDA namespace in the file, `cda:`; empty where it is the default namespace
 */
export function writeTag({ written, content }: Tag, prefix = '', indent = ''): string {
  const name = `${prefix}${/^[^\s>]*/.exec(written)?.[0] ?? ''}`;
  const open = `${indent}<${prefix}${written}`;
  if (content.length === 0) return `${open}/>`;
  if (typeof content === 'string') return `${open}>${content}</${name}>`;
  const children = content.map((child) => writeTag(child, prefix, `${indent}  `));
  return [`${open}>`, ...children, `${indent}</${name}>`].join('\n');
}

/** A text as it stands between tags or in an attribute. */
export function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
