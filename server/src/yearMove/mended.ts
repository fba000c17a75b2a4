import { openDocument } from '../document/openDocument.ts';
import type { Finding } from '../rules/finding.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../rules/run.ts';
import { composeEdits } from '../text/composeEdits.ts';
import { applyEdits, type Edit, offsetBefore } from '../text/edit.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Leftover, Move, PartMove, SubmissionDocument } from './yearMove.ts';

/** A mending may show what stood behind it; after so many rounds the rest is told. */
const ROUNDS = 3;

/** Rules of the guide whose one fix is certain: a value that the guide fixes, a template's version. */
const CERTAIN: ReadonlySet<string> = new Set(['guide-fixed-value', 'guide-template-version']);

/** A finding with its place in the file as it was. */
interface Placed {
  readonly finding: Finding;
  readonly start: number;
}

/**
 * The moved file judged by the new year's rules. What they find that the old year's did not find in the original is
 * mended where the guide leaves only one value, else told.
 */
export function mended(document: SubmissionDocument, part: PartMove, move: Move): PartMove {
  const before = new Set(findingsOf(document.text, null, [], move).map(keyOf));
  let { edits } = part;
  for (let round = 1; ; round++) {
    const moved = applyEdits(document.text, edits);
    const found = findingsOf(moved, move.to.performanceYear, edits, move);
    const fresh = found.filter((placed) => !before.has(keyOf(placed)));
    const mending = round > ROUNDS ? [] : mendingOf(fresh, moved, move);
    if (mending.length === 0) return { edits, leftovers: [...part.leftovers, ...leftoversOf(fresh, part)] };
    edits = composeEdits(document.text.length, edits, mending);
  }
}

function findingsOf(
  text: string,
  year: number | null,
  edits: readonly Edit[],
  { knowledge }: Move,
): Placed[] {
  const opened = openDocument(text, knowledge.catalogs, { performanceYear: year });
  const options = { ...DEFAULT_CHECK_OPTIONS, profile: 'guide', performanceYear: year } as const;
  return checkDocument(opened, knowledge, options).map((finding) => ({
    finding,
    start: offsetBefore(edits, opened.lines.offsetAt(finding.range.start)),
  }));
}

/** Conformance numbers change their project with the year's edition of the guide: 4526-18177, 5562-18177. */
function keyOf({ finding: { rule, conf }, start }: Placed): string {
  return `${rule} ${conf.map((number) => number.replace(/^\d+-/, '')).join(' ')} ${start}`;
}

/** Ascending, without overlaps. */
function mendingOf(fresh: readonly Placed[], moved: string, { knowledge, to }: Move): Edit[] {
  const { lines } = openDocument(moved, knowledge.catalogs, { performanceYear: to.performanceYear });
  const edits = fresh
    .filter(({ finding: { rule, fixes = [] } }) => CERTAIN.has(rule) && fixes.length === 1)
    .flatMap(({ finding }) => finding.fixes?.[0]?.edits ?? [])
    .map(({ range, newText }) => ({ span: spanOf(range, lines), newText }))
    .sort((a, b) => a.span.start - b.span.start);
  return edits.filter(({ span }, index) => index === 0 || span.start >= (edits[index - 1]?.span.end ?? 0));
}

function spanOf({ start, end }: Finding['range'], lines: LineIndex) {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** Errors and warnings; what the move has told itself at the same place aside. */
function leftoversOf(fresh: readonly Placed[], { leftovers }: PartMove): Leftover[] {
  const told = new Set(leftovers.map(({ span }) => span.start));
  return fresh
    .filter(
      ({ finding, start }) =>
        (finding.severity === 'error' || finding.severity === 'warning') && !told.has(start),
    )
    .map(({ finding: { message }, start }) => ({ span: { start, end: start }, message }));
}
