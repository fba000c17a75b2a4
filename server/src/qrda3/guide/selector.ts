import { CDA_NAMESPACE } from '../namespaces.ts';

/**
 * The paths of the guide tables, a small part of XPath: `participant[@typeCode='DEV']/associatedEntity/id`.
 * A step is a child element of the CDA namespace (`{}name`: of none), `..`, `@attribute` or `text()`; a leading
 * `/` starts at the document. Conditions are `[@a]`, `[@a='v']`, `[not(@a)]` and `[template root:extension]`.
 */
export interface Selector {
  readonly source: string;
  readonly isAbsolute: boolean;
  readonly steps: readonly Step[];
}

export type Step = ElementStep | { readonly kind: 'parent' | 'text' } | AttributeStep;

export interface ElementStep {
  readonly kind: 'element';
  readonly local: string;
  readonly namespace: string | null;
  readonly conditions: readonly Condition[];
}

export interface AttributeStep {
  readonly kind: 'attribute';
  readonly attribute: string;
}

export type Condition =
  | { readonly kind: 'present' | 'absent'; readonly attribute: string }
  | { readonly kind: 'equals'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'template'; readonly template: TemplateKey };

/** Names a template; `extension: null` means whatever its version. */
export interface TemplateKey {
  readonly root: string;
  readonly extension: string | null;
}

const STEP = /(?:\{\}|@)?[\w.:]+(?:\(\))?|\[[^\]]*\]|\//gy;

/** Reads a path; throws when the table holds one that is not of this form. */
export function parseSelector(source: string): Selector {
  if (source === '' || source === '.') return { source, isAbsolute: false, steps: [] };
  const isAbsolute = source.startsWith('/');
  const steps: Step[] = [];
  STEP.lastIndex = isAbsolute ? 1 : 0;
  while (STEP.lastIndex < source.length) {
    const at = STEP.lastIndex;
    const token = STEP.exec(source)?.[0];
    if (token === undefined) throw new Error(`Cannot read the path "${source}" at ${at}.`);
    if (token === '/') continue;
    if (token.startsWith('[')) addCondition(steps, parseCondition(token.slice(1, -1)));
    else steps.push(parseStep(token));
  }
  return { source, isAbsolute, steps };
}

/** Reads `root` or `root:extension`. */
export function parseTemplateKey(text: string): TemplateKey {
  const colon = text.indexOf(':');
  if (colon === -1) return { root: text, extension: null };
  return { root: text.slice(0, colon), extension: text.slice(colon + 1) };
}

function parseStep(token: string): Step {
  if (token === '..') return { kind: 'parent' };
  if (token === 'text()') return { kind: 'text' };
  if (token.startsWith('@')) return { kind: 'attribute', attribute: token.slice(1) };
  if (token.startsWith('{}')) {
    return { kind: 'element', local: token.slice(2), namespace: null, conditions: [] };
  }
  return { kind: 'element', local: token, namespace: CDA_NAMESPACE, conditions: [] };
}

function parseCondition(text: string): Condition {
  const equals = /^@([\w:]+)='([^']*)'$/.exec(text);
  if (equals) return { kind: 'equals', attribute: equals[1] ?? '', value: equals[2] ?? '' };
  const absent = /^not\(@([\w:]+)\)$/.exec(text);
  if (absent) return { kind: 'absent', attribute: absent[1] ?? '' };
  if (text.startsWith('@')) return { kind: 'present', attribute: text.slice(1) };
  if (text.startsWith('template ')) return { kind: 'template', template: parseTemplateKey(text.slice(9)) };
  throw new Error(`Cannot read the condition "${text}".`);
}

function addCondition(steps: Step[], condition: Condition): void {
  const last = steps.pop();
  if (last?.kind !== 'element') throw new Error('A condition stands behind an element.');
  steps.push({ ...last, conditions: [...last.conditions, condition] });
}
