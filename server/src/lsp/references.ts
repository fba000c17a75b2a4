import type { QppDocument } from '../document/document.ts';
import type { Range } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { type Mention, mentionAt, mentionsIn } from './mentions.ts';

/**
 * Where the measure or population at an offset is referred to: of a measure's GUID the populations under it, of a
 * population its performance rate and reporting strata, of a reporting stratum its other occurrences; of a plain
 * measure id its occurrences in other measurement sets.
 * @param withDeclaration gives the measure, or the population referred to, as well
 */
export function references(document: QppDocument, offset: number, withDeclaration: boolean): Range[] {
  const at = mentionIn(document, offset);
  if (!at) return [];
  const declared = withDeclaration ? declarations(at.mention, at.all) : [];
  const found = [...declared, ...referringTo(at.mention, at.all).filter((span) => !declared.includes(span))];
  return found.map(document.lines.rangeOf);
}

/**
 * Where what an offset refers to stands: the numerator of a performance rate, the population of a reporting stratum.
 * A measure or population leads to itself, at which an editor shows its references.
 */
export function definition(document: QppDocument, offset: number): Range[] {
  const at = mentionIn(document, offset);
  return at ? declarations(at.mention, at.all).map(document.lines.rangeOf) : [];
}

function mentionIn(
  document: QppDocument,
  offset: number,
): { readonly mention: Mention; readonly all: readonly Mention[] } | null {
  if (document.format === null) return null;
  const all = mentionsIn(document.submission);
  const mention = mentionAt(all, offset);
  return mention ? { mention, all } : null;
}

function declarations(mention: Mention, all: readonly Mention[]): Span[] {
  const { id, span, kind, measurement, population } = mention;
  const beside = all.filter((other) => other.measurement === measurement);
  if (kind === 'rate')
    return beside.filter((other) => other.kind === 'population' && other.id === id).map(spanOf);
  if (kind === 'reportingStratum' && population) return [population.guid?.span ?? population.span];
  if (kind === 'population') return [span];
  // The first of several measurement sets that report the measure.
  const first = all.find((other) => other.kind === 'measure' && other.id === id);
  return [first?.span ?? span];
}

function referringTo(mention: Mention, all: readonly Mention[]): Span[] {
  const { id, kind, measurement, population } = mention;
  const beside = all.filter((other) => other.measurement === measurement);
  const sameId = (other: Mention) => other.id === id;
  switch (kind) {
    case 'measure':
      return [
        ...all.filter((other) => other.kind === 'measure' && sameId(other)),
        ...beside.filter((other) => other.kind === 'population'),
      ].map(spanOf);
    case 'population':
    case 'rate':
      return beside
        .filter((other) => sameId(other) || (population !== null && other.population === population))
        .filter((other) => other.kind !== 'population')
        .map(spanOf);
    case 'reportingStratum':
      return beside.filter((other) => other.kind === 'reportingStratum' && sameId(other)).map(spanOf);
  }
}

function spanOf({ span }: Mention): Span {
  return span;
}
