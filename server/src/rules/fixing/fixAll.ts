import { composedEdits, type EditedText, edit, unedited } from '../../text/composedEdits.ts';
import type { Edit } from '../../text/edit.ts';
import { createLineIndex, type LineIndex } from '../../text/lineIndex.ts';
import type { Finding, Fix } from '../finding.ts';
import { appeared, type Check } from './trial.ts';

/** One fix may make room for the next; no file needs as many rounds as this. */
const ROUND_LIMIT = 12;

/** A text with all certain fixes made. */
export interface FixedText {
  readonly text: string;
  /** In the text as it was. */
  readonly edits: readonly Edit[];
  /** What is still found, fixes that somebody has to choose from among it. */
  readonly findings: readonly Finding[];
}

/**
 * Makes every preferred fix of a text's findings, and those that can be made then, until none is left. All that is
 * found afterwards was found before: of fixes that together bring a finding, those that bring it are left out.
 * @param check finds without trying fixes: here they are tried together
 * @param isMeant which findings to fix; all when absent
 */
export function fixAll(
  text: string,
  check: Check,
  isMeant: (finding: Finding) => boolean = () => true,
): FixedText {
  let state: State = { edited: unedited(text), findings: check(text) };
  for (let round = 0; round < ROUND_LIMIT; round++) {
    const fixes = state.findings.filter(isMeant).flatMap(preferredFix);
    const next = mostOf(fixes, state, check);
    if (next === state) break;
    state = next;
  }
  return { text: state.edited.text, edits: composedEdits(state.edited), findings: state.findings };
}

interface State {
  readonly edited: EditedText;
  readonly findings: readonly Finding[];
}

function preferredFix({ fixes }: Finding): Fix[] {
  const preferred = fixes?.find(({ isPreferred }) => isPreferred);
  return preferred ? [preferred] : [];
}

/** The text after as many of the fixes as go together and bring nothing; the state itself where none does. */
function mostOf(fixes: readonly Fix[], start: State, check: Check): State {
  const lines = createLineIndex(start.edited.text);
  const accepted: Edit[] = [];
  let best = start;
  const tryGroup = (group: readonly (readonly Edit[])[]): void => {
    if (group.length === 0) return;
    const edited = edit(start.edited, [...accepted, ...group.flat()]);
    const findings = check(edited.text);
    const isBetter =
      findings.length < best.findings.length && appeared(start.findings, findings).length === 0;
    if (isBetter) {
      accepted.push(...group.flat());
      best = { edited, findings };
    } else if (group.length > 1) {
      const middle = group.length >> 1;
      tryGroup(group.slice(0, middle));
      tryGroup(group.slice(middle));
    }
  };
  tryGroup(compatible(fixes.map((fix) => editsOf(fix, lines))));
  return best;
}

function editsOf({ edits }: Fix, lines: LineIndex): Edit[] {
  return edits.map(({ range, newText }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
}

/** First come, first served where two fixes want the same stretch; the other has its turn in the next round. */
function compatible(fixes: readonly (readonly Edit[])[]): (readonly Edit[])[] {
  const taken: Edit[] = [];
  return fixes.filter((edits) => {
    if (edits.some((one) => taken.some((other) => isInTheWay(one, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

/** Also two insertions at one place, and a change that touches another: their order would be a guess. */
function isInTheWay(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
