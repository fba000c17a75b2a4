import type { Measure, QualityMeasure } from '../catalog/catalog.ts';
import type { QppJsonDocument } from '../document/document.ts';
import type { MeasurementSet, QualityMeasurement } from '../submission/submission.ts';
import type { Edit } from '../text/edit.ts';
import type { Sourced } from '../text/span.ts';
import { shiftYears } from './calendarYear.ts';
import { goneProgram, renamedMvp } from './headerEdits.ts';
import { renamedId } from './measureIdEdits.ts';
import type { Leftover, Move, PartMove } from './yearMove.ts';

/** All that changes in a QPP JSON file when it moves to another year. */
export function qppJsonEdits({ submission, text }: QppJsonDocument, move: Move): PartMove {
  const edits: Edit[] = [];
  const leftovers: Leftover[] = [];
  const year = submission.performanceYear;
  if (year) edits.push({ span: year.span, newText: String(move.to.performanceYear) });
  for (const set of submission.measurementSets) {
    edits.push(...setEdits(set, text, move));
    leftovers.push(...programLeftovers(set, move));
    for (const measurement of set.measurements) {
      const { measureId } = measurement;
      if (!measureId) continue;
      edits.push(...replaced(measureId, renamedId(measureId.value, move)));
      if (measurement.kind !== 'quality') continue;
      const strata = strataEdits(measureId.value, measurement, move);
      edits.push(...strata);
      leftovers.push(
        ...strata.map(({ span, newText }) => ({ span, message: renamedStratum(newText, move) })),
      );
    }
  }
  return { edits: edits.toSorted((a, b) => a.span.start - b.span.start), leftovers };
}

function setEdits(set: MeasurementSet, text: string, move: Move): Edit[] {
  const dates = [set.performanceStart, set.performanceEnd].flatMap((date) => {
    if (!date) return [];
    const written = text.slice(date.span.start, date.span.end);
    const newText = shiftYears(written, move.years);
    return newText === written ? [] : [{ span: date.span, newText }];
  });
  const { programName } = set;
  return programName ? [...dates, ...replaced(programName, renamedMvp(programName.value, move))] : dates;
}

function programLeftovers({ programName }: MeasurementSet, move: Move): Leftover[] {
  const { to } = move;
  if (!programName || !to.jsonFormat) return [];
  const isKnown = to.mvps.has(programName.value) || to.jsonFormat.programs.includes(programName.value);
  if (isKnown || renamedMvp(programName.value, move) !== null) return [];
  return [{ span: programName.span, message: goneProgram(programName.value, move) }];
}

function replaced({ span }: Sourced<string>, newText: string | null): Edit[] {
  return newText === null ? [] : [{ span, newText }];
}

/** Strata that are named otherwise in the new year, by their order, where the measure has as many as before. */
function strataEdits(measureId: string, { strata }: QualityMeasurement, { from, to }: Move): Edit[] {
  const old = qualityMeasure(from.measures.get(measureId));
  const successor = qualityMeasure(to.measures.get(measureId));
  if (!old || !successor || old.strata.length !== successor.strata.length) return [];
  const kept = new Set(successor.strata.map(({ name }) => name));
  return strata.flatMap(({ name }) => {
    if (!name || kept.has(name.value)) return [];
    const newText = successor.strata[old.strata.findIndex((stratum) => stratum.name === name.value)]?.name;
    return newText ? [{ span: name.span, newText }] : [];
  });
}

function renamedStratum(name: string, { to }: Move): string {
  return `The stratum is called "${name}" in ${to.performanceYear}, by its place among the measure's strata; compare the two specifications.`;
}

function qualityMeasure(measure: Measure | undefined): QualityMeasure | undefined {
  return measure === undefined || measure.category === 'pi' || measure.category === 'ia'
    ? undefined
    : measure;
}
