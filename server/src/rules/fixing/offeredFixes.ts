import { applyEdits } from '../../text/edit.ts';
import type { Finding } from '../finding.ts';
import type { Problem, ProposedFix } from '../rule.ts';
import { type Check, isMended } from './trial.ts';

/**
 * How many characters are read again, at most, to try the fixes of one reading of a file: some two hundred fixes of a
 * file of usual size, a dozen of a huge one. Beyond it fixes are offered as the rules propose them.
 */
const TRIAL_BUDGET = 20_000_000;

/** What a finding costs to make and compare, in characters to read: a file can have a hundred thousand. */
const FINDING_COST = 200;

/** Makes and tries the fixes of a text's findings, one finding at a time. */
export interface FixOffer {
  /** The fixes that remove their finding and bring no other. */
  offered(finding: Finding, proposed: NonNullable<Problem['fixes']>): readonly ProposedFix[];
}

/**
 * A file may have several faults, and what mends one can bring another to light or need a second change. So each fix
 * is tried before it is offered: a rule cannot know all the others.
 * @param findings all findings of the text, when they are known
 * @param check `null`: fixes are not tried
 */
export function createFixOffer(
  text: string,
  findings: () => readonly Finding[],
  check: Check | null,
): FixOffer {
  let budget = TRIAL_BUDGET;
  return {
    offered(finding, proposed) {
      const fixes = typeof proposed === 'function' ? proposed() : proposed;
      if (check === null) return fixes;
      return fixes.filter((fix) => {
        const cost = text.length + findings().length * FINDING_COST;
        if (budget < cost) return !fix.mayUncover;
        budget -= cost;
        return isMended(finding, findings(), check(applyEdits(text, fix.edits)));
      });
    },
  };
}
