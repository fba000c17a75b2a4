import type { Qrda3Document } from '../document/document.ts';
import { elementsOf } from './elements.ts';
import type { Leftover, Move } from './yearMove.ts';

/** Text for human readers that names the old year: it is not rewritten, as nothing tells what it means there. */
export function narrativeLeftovers({ xml, text }: Qrda3Document, { from, to }: Move): Leftover[] {
  const { performanceYear } = from;
  const year = new RegExp(`(?<!\\d)${performanceYear}(?!\\d)`);
  const leftovers: Leftover[] = [];
  for (const element of elementsOf(xml.root)) {
    const isForReaders =
      element.local === 'title' || (element.local === 'text' && element.parent?.local === 'section');
    if (!isForReaders) continue;
    const found = year.exec(text.slice(element.openEnd, element.closeStart));
    if (!found) continue;
    const start = element.openEnd + found.index;
    const message = `The text says ${performanceYear}; it stays, as only its author knows whether ${to.performanceYear} is meant.`;
    leftovers.push({ span: { start, end: start + found[0].length }, message });
  }
  return leftovers;
}
