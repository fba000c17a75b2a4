import { allRules } from './all.ts';
import type { Layer } from './finding.ts';
import type { RuleFacts } from './rule.ts';

/** Who refuses a file over a finding of each layer. */
const LAYERS: Readonly<Record<Layer, string>> = {
  syntax: 'any parser refuses the file',
  schema: 'the CDA schema refuses the file',
  guide: "the implementation guide's Schematron reports it (certification, Cypress)",
  upload: "CMS's converter or submission API refuses the file",
  score: 'the file is accepted, but points or data are lost',
};

/** A rule's documentation page, in Markdown. */
export function rulePage(rule: RuleFacts): string {
  const { id, title, layer, severity, years, source, documentation } = rule;
  return `# ${title}

\`${id}\` · layer **${layer}** (${LAYERS[layer]}) · severity **${severity}**${yearsText(years)}

${documentation.trim()}

**Source:** ${source}.

To show it otherwise, or not at all: \`"qppLens.rules": { "${id}": "off" }\`.
`;
}

/** The list of all rules, by layer. */
export function ruleIndex(): string {
  const layers = Object.entries(LAYERS).map(([layer, meaning]) => {
    const rules = allRules.filter((rule) => rule.layer === layer).sort((a, b) => a.id.localeCompare(b.id));
    const rows = rules.map(({ id, title, severity }) => `| [\`${id}\`](${id}.md) | ${title} | ${severity} |`);
    return [
      `## ${layer}: ${meaning}`,
      '',
      '| rule | what it reports | severity |',
      '|---|---|---|',
      ...rows,
    ].join('\n');
  });
  const note =
    'Findings of the layers `guide` and `schema` are warnings at most, unless the profile is `guide`.';
  return `# Rules\n\nThese pages are made from the rules' own texts by \`npm run docs\`. ${note}\n\n${layers.join('\n\n')}\n`;
}

function yearsText(years: RuleFacts['years']): string {
  if (!years) return '';
  const { from, to } = years;
  if (from !== undefined && to !== undefined) return ` · performance years ${from} to ${to}`;
  return from === undefined ? ` · performance years to ${to}` : ` · performance years from ${from}`;
}
