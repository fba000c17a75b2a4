import type { XmlElement } from './tree.ts';

/** Whether two elements are written the same, but for white space between their tags. */
export function isRepetition(text: string, a: XmlElement, b: XmlElement): boolean {
  return markup(text, a) === markup(text, b);
}

function markup(text: string, { start, end }: XmlElement): string {
  return text
    .slice(start, end)
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .replace(/\s+/g, ' ')
    .replace(/\s\/?>/g, (tag) => tag.trimStart());
}
