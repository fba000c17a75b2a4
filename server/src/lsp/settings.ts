import { DEFAULT_CHECK_OPTIONS } from '../rules/run.ts';
import type { SeveritySetting } from '../rules/severity.ts';
import { readXpathChecks } from '../xpathChecks/xpathCheck.ts';
import type { InlayHintSettings, Settings } from './protocol.ts';

const DEFAULT_SETTINGS: Settings = {
  profile: DEFAULT_CHECK_OPTIONS.profile,
  performanceYear: null,
  rules: {},
  measuresData: null,
  xpathChecks: [],
  inlayHints: { measureNames: true, populationRoles: true, rates: true, dates: true },
  codeLens: true,
};

const SEVERITY_SETTINGS: ReadonlySet<unknown> = new Set<SeveritySetting>([
  'error',
  'warning',
  'information',
  'hint',
  'off',
]);

/** Takes from what a client sent whatever is of the right kind; the rest keeps its default. */
export function readSettings(sent: unknown): Settings {
  if (!isRecord(sent)) return DEFAULT_SETTINGS;
  return {
    profile: sent.profile === 'guide' ? 'guide' : 'upload',
    performanceYear: Number.isInteger(sent.performanceYear) ? (sent.performanceYear as number) : null,
    rules: readSeverities(sent.rules),
    measuresData:
      typeof sent.measuresData === 'string' && sent.measuresData !== '' ? sent.measuresData : null,
    xpathChecks: readXpathChecks(sent.xpathChecks).checks,
    inlayHints: readInlayHints(sent.inlayHints),
    codeLens: sent.codeLens !== false,
  };
}

/** Sentences on the checks of a team that cannot be used. */
export function faultsOfXpathChecks(sent: unknown): readonly string[] {
  return isRecord(sent) ? readXpathChecks(sent.xpathChecks).faults : [];
}

/** The folder of the rules' pages, when the client has one. */
export function readRulePages(sent: unknown): string | null {
  return isRecord(sent) && typeof sent.rulePages === 'string' ? sent.rulePages : null;
}

function readSeverities(sent: unknown): Settings['rules'] {
  if (!isRecord(sent)) return {};
  const known = Object.entries(sent).filter(([, severity]) => SEVERITY_SETTINGS.has(severity));
  return Object.fromEntries(known) as Settings['rules'];
}

/** All are shown but those switched off. */
function readInlayHints(sent: unknown): InlayHintSettings {
  const given = isRecord(sent) ? sent : {};
  return {
    measureNames: given.measureNames !== false,
    populationRoles: given.populationRoles !== false,
    rates: given.rates !== false,
    dates: given.dates !== false,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
