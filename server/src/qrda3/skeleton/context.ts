import type { Gaps } from '../../text/snippet.ts';
import type { GuideTable } from '../guide/table.ts';
import { findTemplate } from '../guide/wording.ts';
import { type Tag, tag } from './tag.ts';

/** What a skeleton is written with. */
export interface SkeletonContext {
  /** The guide whose templates and versions it follows. */
  readonly table: GuideTable;
  readonly gaps: Gaps;
  /** Gives a new UUID. */
  readonly newId: () => string;
}

/** Every template of HL7's QRDA guides begins so. */
export const HL7_TEMPLATES = '2.16.840.1.113883.10.20.';

/** The `templateId` of each template that the year has, in its version of the year. */
export function templateTags({ table }: SkeletonContext, ...roots: readonly string[]): Tag[] {
  return roots.flatMap((root) => {
    const template = findTemplate(table, root);
    if (!template) return [];
    const version = template.extension === undefined ? '' : ` extension="${template.extension}"`;
    return [tag(`templateId root="${root}"${version}`)];
  });
}

/** A gap with what stands in it until it is filled in; nothing when the text is empty. */
export function filledGap({ gaps }: SkeletonContext, text: string): string {
  return text === '' ? `$${gaps.next()}` : `\${${gaps.next()}:${text}}`;
}

/** A gap with a list to choose from; the first stands in it. */
export function choiceGap({ gaps }: SkeletonContext, ...choices: readonly string[]): string {
  return `\${${gaps.next()}|${choices.join(',')}|}`;
}
