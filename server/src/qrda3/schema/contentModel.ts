/** Which children an element may have, in which order: a small deterministic automaton. */
export interface ContentModel {
  readonly states: readonly ContentState[];
  /** The type of a child by its key, wherever in the model it stands. */
  readonly typeByKey: ReadonlyMap<string, string>;
  /** Elements of other namespaces may stand here, unchecked. */
  readonly isOpen: boolean;
}

/** What may follow after a child. State 0 is the beginning. */
export interface ContentState {
  /** The next state by the child's key. */
  readonly next: ReadonlyMap<string, number>;
  /** Nothing need follow. */
  readonly isEnd: boolean;
}

type Particle =
  | { readonly kind: 'element'; readonly position: number }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Particle[] }
  | {
      readonly kind: 'repeat';
      readonly part: Particle;
      readonly isOptional: boolean;
      readonly isMany: boolean;
    };

interface Position {
  readonly key: string;
  readonly type: string;
}

/** Compiles the notation of `structure.json` by Glushkov's construction: one state for every element named in it. */
export function compileContent(content: string): ContentModel {
  const tokens = content.match(/[()|]|[\w:.]+=[\w.]+|[?*+]/g) ?? [];
  const positions: Position[] = [{ key: '', type: '' }];
  const reader = { tokens, at: 0, positions, isOpen: false };
  const root = readChoice(reader);
  const follow = positions.map(() => new Set<number>());
  const whole = connect(root, follow);
  follow[0] = whole.first;
  const states = positions.map((_, index) => ({
    next: transitions(follow[index] ?? new Set(), positions),
    isEnd: index === 0 ? whole.isNullable : whole.last.has(index),
  }));
  const typeByKey = new Map(positions.slice(1).map(({ key, type }) => [key, type]));
  return { states, typeByKey, isOpen: reader.isOpen };
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly positions: Position[];
  isOpen: boolean;
}

function readChoice(reader: Reader): Particle {
  const parts = [readSequence(reader)];
  while (reader.tokens[reader.at] === '|') {
    reader.at++;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
}

function readSequence(reader: Reader): Particle {
  const parts: Particle[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token === '|' || token === ')') return { kind: 'sequence', parts };
    reader.at++;
    if (token === '*') reader.isOpen = true;
    else parts.push(readOccurrence(reader, token === '(' ? readGroup(reader) : readElement(reader, token)));
  }
}

function readGroup(reader: Reader): Particle {
  const inner = readChoice(reader);
  if (reader.tokens[reader.at] !== ')') throw new Error('A group in the structure data is not closed.');
  reader.at++;
  return inner;
}

function readElement({ positions }: Reader, token: string): Particle {
  const [key = '', type = ''] = token.split('=');
  positions.push({ key, type });
  return { kind: 'element', position: positions.length - 1 };
}

function readOccurrence(reader: Reader, part: Particle): Particle {
  const mark = reader.tokens[reader.at];
  if (mark !== '?' && mark !== '*' && mark !== '+') return part;
  reader.at++;
  return { kind: 'repeat', part, isOptional: mark !== '+', isMany: mark !== '?' };
}

/** Where a particle may begin and end. */
interface Ends {
  readonly first: Set<number>;
  readonly last: Set<number>;
  readonly isNullable: boolean;
}

/** Notes in `follow` what may come after what inside the particle. */
function connect(particle: Particle, follow: readonly Set<number>[]): Ends {
  switch (particle.kind) {
    case 'element': {
      const only = new Set([particle.position]);
      return { first: only, last: new Set(only), isNullable: false };
    }
    case 'choice': {
      const parts = particle.parts.map((part) => connect(part, follow));
      return {
        first: union(parts.map((part) => part.first)),
        last: union(parts.map((part) => part.last)),
        isNullable: parts.some((part) => part.isNullable),
      };
    }
    case 'sequence':
      return particle.parts.map((part) => connect(part, follow)).reduce((a, b) => join(a, b, follow), EMPTY);
    case 'repeat': {
      const inner = connect(particle.part, follow);
      if (particle.isMany) link(inner.last, inner.first, follow);
      return { ...inner, isNullable: inner.isNullable || particle.isOptional };
    }
  }
}

const EMPTY: Ends = { first: new Set(), last: new Set(), isNullable: true };

function join(a: Ends, b: Ends, follow: readonly Set<number>[]): Ends {
  link(a.last, b.first, follow);
  return {
    first: a.isNullable ? union([a.first, b.first]) : a.first,
    last: b.isNullable ? union([a.last, b.last]) : b.last,
    isNullable: a.isNullable && b.isNullable,
  };
}

function link(from: ReadonlySet<number>, to: ReadonlySet<number>, follow: readonly Set<number>[]): void {
  for (const start of from) for (const end of to) follow[start]?.add(end);
}

function union(sets: readonly ReadonlySet<number>[]): Set<number> {
  return new Set(sets.flatMap((set) => [...set]));
}

function transitions(targets: ReadonlySet<number>, positions: readonly Position[]): Map<string, number> {
  const next = new Map<string, number>();
  for (const target of [...targets].sort((a, b) => a - b)) {
    const key = positions[target]?.key ?? '';
    if (!next.has(key)) next.set(key, target);
  }
  return next;
}
