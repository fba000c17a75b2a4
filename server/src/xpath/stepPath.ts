import { KNOWN_PREFIXES } from './prefixes.ts';

/** What a step of a path asks of a name. */
export interface NameTest {
  /** `null`: any name. */
  readonly local: string | null;
  /**
   * `any`: whatever namespace. `unprefixed`: a name written without prefix. Otherwise the URI, `''` for none.
   */
  readonly namespace:
    | { readonly kind: 'any' | 'unprefixed' }
    | { readonly kind: 'uri'; readonly uri: string };
}

/** One step down to child elements. */
export interface PathStep extends NameTest {
  /** Counted from 1; `null`: all of them. */
  readonly index: number | null;
}

/**
 * A path straight down from the root by names and positions. CMS's converter, Schematron reports and people all write
 * such paths, each in other words; nothing else needs a whole XPath processor.
 */
export interface StepPath {
  readonly steps: readonly PathStep[];
  readonly attribute: NameTest | null;
}

/**
 * Reads a path in the form of the converter (`*[local-name() = 'x' and namespace-uri() = 'u'][1]`), of Schematron
 * (`*:x[namespace-uri()='u'][1]`, `Q{u}x[1]`), with prefixes (`cda:x`) or plain names.
 * @returns `null` for any other XPath
 */
export function parseStepPath(
  path: string,
  namespaceOf: (prefix: string) => string | undefined = () => undefined,
): StepPath | null {
  const parts = splitSteps(path.trim());
  if (parts === null) return null;
  const last = parts.at(-1);
  const isAttribute = last?.startsWith('@') === true;
  const steps = (isAttribute ? parts.slice(0, -1) : parts).map((part) => parseStep(part, namespaceOf));
  const attribute = isAttribute && last ? parseStep(last.slice(1), namespaceOf) : null;
  if (isAttribute && (attribute === null || attribute.index !== null)) return null;
  const known = steps.filter((step) => step !== null);
  return known.length === steps.length && known.length > 0 ? { steps: known, attribute } : null;
}

/** The parts between slashes; slashes in quotes, brackets and braces part nothing. */
function splitSteps(path: string): string[] | null {
  const parts: string[] = [];
  let part = '';
  let quote = '';
  let depth = 0;
  for (const character of path.startsWith('/') ? path.slice(1) : path) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (character === '/' && depth === 0 && quote === '') {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  const trimmed = parts.map((each) => each.trim());
  return trimmed.includes('') ? null : trimmed;
}

const NAME = '[\\p{L}_][\\p{L}\\p{N}._-]*';
const STEP = new RegExp(
  `^(?:child::)?(?:Q\\{(?<uri>[^}]*)\\}|(?<prefix>\\*|${NAME}):)?(?<local>\\*|${NAME})(?<predicates>(?:\\s*\\[[^\\]]*\\])*)$`,
  'u',
);

function parseStep(part: string, namespaceOf: (prefix: string) => string | undefined): PathStep | null {
  const { uri, prefix, local, predicates } = STEP.exec(part)?.groups ?? {};
  if (local === undefined) return null;
  const namespace = namespaceTest(uri, prefix, local, namespaceOf);
  if (namespace === null) return null;
  let step: PathStep = { local: local === '*' ? null : local, namespace, index: null };
  for (const [, predicate = ''] of (predicates ?? '').matchAll(/\[([^\]]*)\]/g)) {
    const narrowed = narrow(step, predicate.trim());
    if (narrowed === null) return null;
    step = narrowed;
  }
  return step;
}

function namespaceTest(
  uri: string | undefined,
  prefix: string | undefined,
  local: string,
  namespaceOf: (prefix: string) => string | undefined,
): NameTest['namespace'] | null {
  if (uri !== undefined) return { kind: 'uri', uri };
  if (prefix === '*' || (prefix === undefined && local === '*')) return { kind: 'any' };
  if (prefix === undefined) return { kind: 'unprefixed' };
  const bound = KNOWN_PREFIXES[prefix] ?? namespaceOf(prefix);
  return bound === undefined ? null : { kind: 'uri', uri: bound };
}

const LOCAL_NAME = /^local-name\(\s*\)\s*=\s*(["'])([^"']*)\1$/;
const NAMESPACE_URI = /^namespace-uri\(\s*\)\s*=\s*(["'])([^"']*)\1$/;
const POSITION = /^(?:position\(\s*\)\s*=\s*)?(\d{1,9})$/;

/** The step with a predicate applied; a name after a position would be another question. */
function narrow(step: PathStep, predicate: string): PathStep | null {
  if (step.index !== null) return null;
  const [, index] = POSITION.exec(predicate) ?? [];
  if (index !== undefined) return { ...step, index: Number(index) };
  let narrowed = step;
  for (const condition of predicate.split(/\s+and\s+/)) {
    const [, , local] = LOCAL_NAME.exec(condition) ?? [];
    const [, , uri] = NAMESPACE_URI.exec(condition) ?? [];
    if (local !== undefined && narrowed.local === null) narrowed = { ...narrowed, local };
    else if (uri !== undefined && narrowed.namespace.kind !== 'uri') {
      narrowed = { ...narrowed, namespace: { kind: 'uri', uri } };
    } else return null;
  }
  return narrowed;
}
