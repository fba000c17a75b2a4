import type { Severity } from '../rules/finding.ts';

/** A check that a team writes for its own files, as it stands in the setting. */
export interface XpathCheck {
  readonly id: string;
  /** Selects the nodes to look at. */
  readonly context: string;
  /** Must hold at each of them, as in Schematron's `assert`. */
  readonly test: string;
  readonly message: string;
  readonly severity: Severity;
  /** Performance years it holds for; `null`: all. */
  readonly years: readonly number[] | null;
}

/** The checks that can be used, and a sentence on each that cannot. */
export interface ReadXpathChecks {
  readonly checks: readonly XpathCheck[];
  readonly faults: readonly string[];
}

/** Nobody keeps more in a setting, and each costs its time. */
const MOST_CHECKS = 200;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Reads what a user wrote; one bad entry leaves the others standing. */
export function readXpathChecks(written: unknown): ReadXpathChecks {
  if (written === undefined || written === null) return { checks: [], faults: [] };
  if (!Array.isArray(written)) return { checks: [], faults: ['XPath checks are a list of objects.'] };
  const checks: XpathCheck[] = [];
  const faults: string[] = [];
  for (const [at, entry] of written.slice(0, MOST_CHECKS).entries()) {
    const check = readCheck(entry, at);
    if (typeof check === 'string') faults.push(check);
    else if (checks.some(({ id }) => id === check.id))
      faults.push(`Two XPath checks have the id "${check.id}".`);
    else checks.push(check);
  }
  if (written.length > MOST_CHECKS)
    faults.push(`${MOST_CHECKS} XPath checks are the limit; there are ${written.length}.`);
  return { checks, faults };
}

function readCheck(entry: unknown, at: number): XpathCheck | string {
  const { id, context, test, message, severity, years } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const name = isText(id) ? `The XPath check "${id}"` : `XPath check ${at + 1}`;
  if (!isText(id) || !isText(context) || !isText(test) || !isText(message)) {
    const wanted = Object.entries({ id, context, test, message }).filter(([, value]) => !isText(value));
    return `${name} lacks ${wanted.map(([key]) => key).join(', ')}.`;
  }
  const known = severity === undefined ? 'warning' : SEVERITIES.find((candidate) => candidate === severity);
  if (!known)
    return `${name} has the severity ${JSON.stringify(severity)}; there are ${SEVERITIES.join(', ')}.`;
  if (years !== undefined && years !== null && !isYears(years))
    return `${name} names years that are none: ${JSON.stringify(years)}.`;
  return { id, context, test, message, severity: known, years: years ?? null };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isYears(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((year) => Number.isInteger(year));
}
