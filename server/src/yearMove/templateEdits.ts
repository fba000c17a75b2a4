import type { Qrda3Document } from '../document/document.ts';
import type { GuideTable } from '../qrda3/guide/table.ts';
import { type Edit, insertion, removal, replacement, withLine } from '../text/edit.ts';
import { attribute, attributeValue, childrenNamed, nameSpan, type XmlElement } from '../xml/tree.ts';
import { elementsOf } from './elements.ts';
import type { Leftover, Move, PartMove } from './yearMove.ts';

/** The templates of a year's guide. */
interface Templates {
  /** The version by root; `null` where the template has none. */
  readonly versions: ReadonlyMap<string, string | null>;
  /** By root, the templates that an element with it must also declare. */
  readonly companions: ReadonlyMap<string, readonly string[]>;
}

/** What the templates of a part come to. */
interface Collector {
  readonly text: string;
  readonly from: Templates;
  readonly to: Templates;
  readonly year: number;
  readonly edits: Edit[];
  readonly leftovers: Leftover[];
}

/**
 * Writes the new year's version into every templateId, takes out those the year no longer has, and puts in those that
 * only the new year asks for.
 */
export function templateEdits({ xml, text }: Qrda3Document, { from, to, knowledge }: Move): PartMove {
  const { guides } = knowledge;
  const source = guides.guide(from.performanceYear)?.table;
  const target = guides.guide(to.performanceYear)?.table;
  const edits: Edit[] = [];
  const leftovers: Leftover[] = [];
  if (!source || !target || source === target) return { edits, leftovers };
  const year = to.performanceYear;
  const collector = { text, from: templatesOf(source), to: templatesOf(target), year, edits, leftovers };
  for (const element of elementsOf(xml.root)) {
    const ids = childrenNamed(element, 'templateId');
    if (ids.length > 0) moveTemplates(element, ids, collector);
  }
  return { edits, leftovers };
}

function moveTemplates(element: XmlElement, ids: readonly XmlElement[], collector: Collector): void {
  const { from, to, year, edits, leftovers, text } = collector;
  const roots = ids.map((id) => attributeValue(id, 'root') ?? '');
  const isGone = (root: string) => from.versions.has(root) && !to.versions.has(root);
  if (roots.every(isGone)) {
    const message = `The guide of ${year} has no such part any more (template ${roots.join(', ')}); it stays as it is.`;
    leftovers.push({ span: nameSpan(element), message });
    return;
  }
  for (const [at, id] of ids.entries()) {
    const root = roots[at] ?? '';
    if (isGone(root)) edits.push(removal(withLine(text, id)));
    else if (to.versions.has(root)) edits.push(...versionEdits(id, to.versions.get(root) ?? null, text));
  }
  const last = ids.at(-1);
  for (const root of last ? newCompanions(roots, collector) : []) {
    if (last) edits.push(companionOf(last, root, to.versions.get(root) ?? null, text));
  }
}

/** What the new year asks for beside a template, and the old one did not know. */
function newCompanions(roots: readonly string[], { from, to }: Collector): string[] {
  const wanted = roots.flatMap((root) => to.companions.get(root) ?? []);
  return [...new Set(wanted)].filter((root) => !from.versions.has(root) && !roots.includes(root));
}

function versionEdits(id: XmlElement, version: string | null, text: string): Edit[] {
  const extension = attribute(id, 'extension');
  if (version === (extension?.value ?? null)) return [];
  if (extension && version !== null) {
    return [replacement({ start: extension.valueStart, end: extension.valueEnd }, version)];
  }
  if (extension) {
    const start = id.nameEnd + text.slice(id.nameEnd, extension.nameStart).trimEnd().length;
    return [removal({ start, end: extension.valueEnd + 1 })];
  }
  const root = attribute(id, 'root');
  return [insertion(root ? root.valueEnd + 1 : id.nameEnd, ` extension="${version}"`)];
}

/** On a line of its own where its neighbour has one. */
function companionOf(after: XmlElement, root: string, version: string | null, text: string): Edit {
  const lineBreak = /(?:\r\n?|\n)[ \t]*$/.exec(text.slice(Math.max(0, after.start - 200), after.start));
  const extension = version === null ? '' : ` extension="${version}"`;
  return insertion(after.end, `${lineBreak?.[0] ?? ''}<${after.name} root="${root}"${extension}/>`);
}

function templatesOf({ templates, rules, overlooked }: GuideTable): Templates {
  const versions = new Map(templates.map(({ root, extension }) => [root, extension ?? null]));
  const companions = new Map<string, string[]>();
  for (const group of [...rules, ...overlooked]) {
    if (!('template' in group) || group.template === undefined) continue;
    const [root = '', version = null] = group.template.split(':');
    if (versions.get(root) !== version) continue;
    for (const { at, check, strength } of group.constraints) {
      if (at !== undefined || strength !== undefined || check.kind !== 'occurs') continue;
      const [, companion] = /^templateId\[@root='([\d.]+)'\]/.exec(check.what) ?? [];
      if (companion === undefined || companion === root) continue;
      companions.set(root, [...(companions.get(root) ?? []), companion]);
    }
  }
  return { versions, companions };
}
