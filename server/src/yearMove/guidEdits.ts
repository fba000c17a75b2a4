import type { GuidMatch, QualityMeasure } from '../catalog/catalog.ts';
import { ecqmSuccessor } from '../catalog/successor.ts';
import { counterpart } from '../rules/measure/ecqm.ts';
import type { Edit } from '../text/edit.ts';
import type { Leftover, Move, PartMove } from './yearMove.ts';

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * GUIDs of measures, populations, numerators and strata, by eCQM, population set and role, wherever they stand: also in
 * narrative and comments, and where a file is damaged. What the new year has no counterpart for stays; the year's rules
 * tell it, except where they cannot know.
 */
export function guidEdits(text: string, move: Move): PartMove {
  const edits: Edit[] = [];
  // A measure is told where its GUID stands last: narrative and comments come before the entry.
  const unmoved = new Map<string, Leftover>();
  const successors = new Map<string, string | null>();
  for (const { 0: guid, index } of text.matchAll(GUID)) {
    const key = guid.toLowerCase();
    const span = { start: index, end: index + guid.length };
    if (!successors.has(key)) successors.set(key, successorOf(key, move));
    const successor = successors.get(key);
    if (successor) {
      const newText = /[A-F]/.test(guid) ? successor.toUpperCase() : successor.toLowerCase();
      if (newText !== guid) edits.push({ span, newText });
    } else if (!move.to.hasGuids) {
      const match = originOf(move.knowledge.catalogs.findMeasureGuid(key), move);
      if (match) unmoved.set(key, { span, message: unpublished(match, move) });
    }
  }
  return { edits, leftovers: [...unmoved.values()] };
}

function unpublished({ measure, performanceYear }: GuidMatch, { to }: Move): string {
  return `${measure.eMeasureId} (${measure.title}) keeps the GUIDs of ${performanceYear}: CMS has not published the eCQM GUIDs of ${to.performanceYear}.`;
}

/** The GUID that stands for it in the new year; itself where it is one of that year; `null` where there is none. */
function successorOf(guid: string, move: Move): string | null {
  const { catalogs } = move.knowledge;
  const asMeasure = originOf(catalogs.findMeasureGuid(guid), move);
  if (asMeasure) return successorMeasure(asMeasure, move)?.eMeasureGuid ?? null;
  const asPopulation = originOf(catalogs.findPopulationGuid(guid), move);
  const to = asPopulation && successorMeasure(asPopulation, move);
  return asPopulation && to ? (counterpart(guid, asPopulation.measure, to) ?? null) : null;
}

function successorMeasure({ measure, performanceYear }: GuidMatch, { to }: Move): QualityMeasure | undefined {
  return performanceYear === to.performanceYear ? measure : ecqmSuccessor(measure, to);
}

/** A GUID may name a measure in several years: the new year's meaning goes first, then the file's own. */
function originOf<Match extends GuidMatch>(matches: readonly Match[], { from, to }: Move): Match | undefined {
  const ofYear = (year: number) => matches.find(({ performanceYear }) => performanceYear === year);
  return ofYear(to.performanceYear) ?? ofYear(from.performanceYear) ?? matches[0];
}
