import { allRules } from '../rules/all.ts';
import type { SeveritySetting } from '../rules/severity.ts';
import { closest } from '../text/closest.ts';
import { NO_BASELINE, readBaseline, updateBaseline } from './check/baseline.ts';
import type { CheckRequest } from './check/checkedFile.ts';
import { jsonReport } from './check/reports/json.ts';
import { junitReport } from './check/reports/junit.ts';
import { prettyReport } from './check/reports/pretty.ts';
import type { Report, ReportSettings } from './check/reports/report.ts';
import { sarifReport } from './check/reports/sarif.ts';
import { runCheck } from './check/runCheck.ts';
import { readStandardInput, type StandardInput } from './check/standardInput.ts';
import { type Summary, summaryText } from './check/summary.ts';
import { command, type Environment, type OptionValues } from './command.ts';
import { findFiles } from './inputFiles.ts';
import { choice, count, flag, list, measuresDataOption, oneOf, text, yearOption } from './options.ts';
import { fileOutput, terminalOutput } from './output.ts';
import { UsageError } from './usageError.ts';

const OPTIONS = {
  format: choice(
    ['pretty', 'json', 'sarif', 'junit'],
    'For people, for tools, for code scanning, or for test reports.',
  ),
  output: text('FILE', 'Write the report to a file; standard error tells the figures.'),
  profile: choice(
    ['upload', 'guide'],
    "Whose word makes an error: CMS's upload, or the implementation guide too.",
  ),
  rule: list('ID=SEVERITY', 'Severity of a rule: error, warning, information, hint or off.', ruleOf),
  quiet: flag('Report errors alone; --max-warnings still counts warnings.'),
  'max-warnings': count('Exit with 1 when there are more warnings than this.'),
  baseline: text('FILE', 'Accept the findings of this file: only others count.'),
  'update-baseline': flag("Write today's findings to the baseline."),
  year: yearOption,
  raw: flag('Show every single rule result, nothing hidden as an echo of another.'),
  'stdin-filename': text('NAME', 'What the file that comes by standard input (PATH -) is called.'),
  'measures-data': measuresDataOption,
};

type Options = OptionValues<typeof OPTIONS>;

/** `check`: reports every file. Exit code 1 when a finding has severity error or there are too many warnings. */
export const check = command({
  name: 'check',
  operands: 'PATH...',
  title: 'reports what CMS would refuse, and what costs points',
  description: [
    'Every file is judged by the rules of the performance year that it names. !GLOB takes files out, and so does',
    'a file .qpplensignore in the syntax of .gitignore; - is standard input. What is in a folder and is neither',
    'QRDA III nor QPP JSON is passed over.',
  ].join('\n'),
  options: OPTIONS,
  run: async (options, operands, environment) => {
    const { terminal } = environment;
    const baseline = baselineOf(options);
    const input = standardInput(operands, options);
    const paths = operands.filter((operand) => operand !== '-');
    const files = [...(input ? [input.file] : []), ...(paths.length > 0 ? findFiles(paths) : [])];
    // Before there is a file to take away again.
    const interruption = environment.interruption();
    const output = options.output === null ? terminalOutput(terminal) : fileOutput(options.output);
    const summary = await runCheck(
      {
        files,
        input,
        request: requestOf(options, files.length),
        baseline,
        isQuiet: options.quiet,
        interruption,
      },
      reportOf(options, environment),
      output,
      environment,
    );
    if (summary === null) {
      terminal.error('qpp-lens: interrupted.');
      return INTERRUPTED;
    }
    baseline.save();
    if (options.output !== null) terminal.error(summaryText(summary));
    return exitCode(summary, options['max-warnings'], (message) => terminal.error(message));
  },
});

/** As a shell tells of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

function exitCode(summary: Summary, most: number | null, tell: (message: string) => void): number {
  const { unreadable, findings } = summary;
  const hasTooMany = most !== null && findings.warning > most;
  if (hasTooMany)
    tell(`qpp-lens: there are more warnings (${findings.warning}) than --max-warnings ${most} allows.`);
  if (unreadable > 0) return 2;
  return findings.error > 0 || hasTooMany ? 1 : 0;
}

function baselineOf(options: Options) {
  const file = options.baseline;
  if (options['update-baseline']) {
    if (file === null) throw new UsageError('--update-baseline needs --baseline FILE, the file to write.');
    return updateBaseline(file);
  }
  return file === null ? NO_BASELINE : readBaseline(file);
}

function standardInput(operands: readonly string[], options: Options): StandardInput | null {
  const name = options['stdin-filename'];
  if (operands.includes('-')) return readStandardInput(name ?? '<stdin>');
  if (name !== null) throw new UsageError('--stdin-filename names standard input, which PATH - reads.');
  return null;
}

function requestOf(options: Options, fileCount: number): CheckRequest {
  return {
    profile: options.profile,
    performanceYear: options.year,
    raw: options.raw,
    severities: Object.fromEntries(options.rule),
    measuresData: options['measures-data'],
    needsExcerpts: options.format === 'pretty',
    needsFingerprints: options.format === 'sarif' || options.baseline !== null,
    needsFacts: fileCount > 1,
  };
}

function reportOf(options: Options, { terminal, version }: Environment): Report {
  const settings: ReportSettings = {
    version,
    hasColor: terminal.hasColor && options.output === null,
    width: terminal.width,
    hasBaseline: options.baseline !== null,
  };
  const reports = { pretty: prettyReport, json: jsonReport, sarif: sarifReport, junit: junitReport };
  return reports[options.format](settings);
}

function ruleOf(given: string, name: string): readonly [string, SeveritySetting] {
  const [, id, severity] = /^([^=]+)=(.*)$/.exec(given) ?? [];
  if (id === undefined || severity === undefined) {
    throw new UsageError(`${name} is written measure-guid-unknown=warning, not "${given}".`);
  }
  const ids = allRules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const meant = closest(id, ids);
    throw new UsageError(`There is no rule "${id}"${meant ? `; perhaps ${meant} is meant` : ''}.`);
  }
  return [id, oneOf(['error', 'warning', 'information', 'hint', 'off'], severity, `${name} ${id}`)];
}
