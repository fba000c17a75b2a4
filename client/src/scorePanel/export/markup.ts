/** HTML that is safe to put into a page. */
export interface Markup {
  readonly html: string;
}

type Value = Markup | readonly Markup[] | string | number | null;

/** A piece of HTML: texts among the values are escaped, pieces are put in as they are. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: strings.reduce((html, part, at) => html + textOf(values[at - 1] ?? null) + part) };
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
