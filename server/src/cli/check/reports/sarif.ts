import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allRules } from '../../../rules/all.ts';
import type { Finding, Severity } from '../../../rules/finding.ts';
import type { RuleFacts } from '../../../rules/rule.ts';
import type { Range } from '../../../text/lineIndex.ts';
import type { CheckedFinding } from '../checkedFile.ts';
import type { AcrossFiles, Report, ReportSettings } from './report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0, the form for code scanning. The results stand before the tool, which lists the rules that were met: so
 * the log can be written while files are checked.
 */
export function sarifReport({ version, hasBaseline }: ReportSettings): Report {
  const ruleIndexes = new Map<string, number>();
  let isFirst = true;
  const written = ({ path, findings }: AcrossFiles) =>
    findings
      .map((finding) => {
        const { rule } = finding.finding;
        if (!ruleIndexes.has(rule)) ruleIndexes.set(rule, ruleIndexes.size);
        const separator = isFirst ? '\n' : ',\n';
        isFirst = false;
        const told = result(path, finding, ruleIndexes.get(rule) ?? -1, hasBaseline);
        return `${separator}        ${JSON.stringify(told)}`;
      })
      .join('');
  return {
    start: () =>
      `{\n  "$schema": ${JSON.stringify(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n    {\n      "results": [`,
    file: written,
    end: ({ unreadable }, across) => {
      const more = across.map(written).join('');
      const run = {
        tool: {
          driver: { name: 'QPP Lens', semanticVersion: version, rules: rulesOf([...ruleIndexes.keys()]) },
        },
        automationDetails: { id: 'qpp-lens/' },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        invocations: [{ executionSuccessful: unreadable === 0 }],
      };
      // The rest of the run's object, behind the list that is open.
      const rest = JSON.stringify(run, null, 2).slice(2).replaceAll('\n', '\n    ');
      return `${more}${isFirst ? '' : '\n      '}],\n    ${rest}\n  ]\n}\n`;
    },
  };
}

function rulesOf(ids: readonly string[]) {
  const facts = new Map<string, RuleFacts>(allRules.map((rule) => [rule.id, rule]));
  return ids.map((id) => {
    const rule = facts.get(id);
    return rule ? descriptor(rule) : { id };
  });
}

function descriptor({ id, title, layer, severity, source, documentation }: RuleFacts) {
  const text = documentation.trim();
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: text.split(/\n\s*\n/)[0] ?? title },
    // No address: SARIF wants an absolute one, and the pages travel with the package.
    help: { text: `${text}\n\nSource: ${source}.`, markdown: `${text}\n\n**Source:** ${source}.` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [layer], layer, source, documentation: `docs/rules/${id}.md` },
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function result(path: string, checked: CheckedFinding, ruleIndex: number, hasBaseline: boolean) {
  const { finding, fingerprint, isAccepted } = checked;
  const { rule, severity, message, range, layer, conf, converterCode, related, fixes } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(path, range)],
    ...(related?.length && {
      relatedLocations: related.map((place, index) => ({
        id: index + 1,
        ...location(place.path ?? path, place.range),
        message: { text: place.message },
      })),
    }),
    ...(fixes?.length && { fixes: fixes.map((fix) => sarifFix(path, fix)) }),
    ...(fingerprint !== '' && { partialFingerprints: { 'qppLensFinding/v1': fingerprint } }),
    ...(hasBaseline && { baselineState: isAccepted ? 'unchanged' : 'new' }),
    ...(isAccepted && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'The baseline accepts it.' }],
    }),
    properties: { layer, conf, ...(converterCode !== undefined && { converterCode }) },
  };
}

function sarifFix(path: string, { title, edits }: NonNullable<Finding['fixes']>[number]) {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: region(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifactLocation(path), replacements }],
  };
}

function location(path: string, range: Range) {
  return { physicalLocation: { artifactLocation: artifactLocation(path), region: region(range) } };
}

/** Counted from 1; the end stands behind the last character, as with us. */
function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative to the folder of the run, which code scanning takes for the root of the sources; else absolute. */
function artifactLocation(path: string) {
  const plain = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (/^file:/.test(plain)) return { uri: plain };
  if (isAbsolute(path) || plain.startsWith('../')) return { uri: pathToFileURL(resolve(path)).href };
  return { uri: plain.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
