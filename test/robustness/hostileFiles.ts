import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';

/** A file that somebody means ill with, or that a program wrote gone astray. */
export interface HostileFile {
  readonly name: string;
  readonly ending: 'xml' | 'json';
  /** Made when it is needed: some are large. */
  text(): string;
}

const QRDA3 = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], activities: ['IA_EPA_1'] });
const JSON_SET = registrySet([measurement('236', RATE)]);
const QPP_JSON = file([JSON_SET]);

const MEGABYTE = 1_000_000;
const MANY = 100_000;

const each = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

/** A QRDA III file with something put in before the end of its body. */
function withElements(inside: string): string {
  return QRDA3.replace('</structuredBody>', () => `${inside}</structuredBody>`);
}

/** A QRDA III file whose root has more attributes. */
function withAttributes(attributes: string): string {
  return QRDA3.replace('<ClinicalDocument ', () => `<ClinicalDocument ${attributes} `);
}

/** A QPP JSON file with something put in among the keys of its first measure's value. */
function withValues(inside: string): string {
  return QPP_JSON.replace('"isEndToEndReported": false', () => inside);
}

/** Prefixes a file with a document type declaration. */
function withDoctype(doctype: string, entity: string): string {
  return QRDA3.replace('<ClinicalDocument', () => `${doctype}<ClinicalDocument`).replace(
    '<title>',
    () => `<title>&${entity};`,
  );
}

const LAUGHS = each(10, (index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'elements nested 100,000 deep',
    ending: 'xml',
    text: () => withElements('<component>'.repeat(MANY) + '</component>'.repeat(MANY)),
  },
  {
    name: 'elements nested 100,000 deep that never end',
    ending: 'xml',
    text: () => withElements('<component>'.repeat(MANY)),
  },
  {
    name: '100,000 end tags without a start',
    ending: 'xml',
    text: () => withElements('</section>'.repeat(MANY)),
  },
  {
    name: 'arrays nested 100,000 deep',
    ending: 'json',
    text: () => withValues(`"a": ${'['.repeat(MANY)}${']'.repeat(MANY)}`),
  },
  {
    name: 'objects nested 100,000 deep that never end',
    ending: 'json',
    text: () => withValues('"value": {'.repeat(MANY)),
  },
  { name: '100,000 closing brackets too many', ending: 'json', text: () => QPP_JSON + ']}'.repeat(MANY / 2) },
  {
    name: 'an attribute of 1 MB',
    ending: 'xml',
    text: () => QRDA3.replace('<title>', `<title ID="${'x'.repeat(MEGABYTE)}">`),
  },
  {
    name: 'an id of 1 MB',
    ending: 'xml',
    text: () =>
      QRDA3.replace('extension="CMS', () => `extension="${'1'.repeat(MEGABYTE)}`).replace(
        /root="2c928083[^"]*"/,
        `root="${'2c928083-'.repeat(MANY)}"`,
      ),
  },
  {
    name: 'an attribute of 1 MB of references',
    ending: 'xml',
    text: () => QRDA3.replace('<title>', `<title ID="${'&#38;&amp;'.repeat(MANY)}">`),
  },
  {
    name: 'a quote that is never closed before 1 MB of tags',
    ending: 'xml',
    text: () => withElements(`<id root="${"<id root='1'/>".repeat(MANY)}`),
  },
  {
    name: '100,000 quotes that are never closed',
    ending: 'xml',
    text: () => withElements('<id root="\n'.repeat(MANY)),
  },
  {
    name: '100,000 attributes',
    ending: 'xml',
    text: () => withAttributes(each(MANY, (index) => `a${index}="1" `)),
  },
  {
    name: '100,000 attributes of one name',
    ending: 'xml',
    text: () => withAttributes('a="1" '.repeat(MANY)),
  },
  {
    name: '100,000 namespaces declared by one element',
    ending: 'xml',
    text: () => withAttributes(each(MANY, (index) => `xmlns:n${index}="urn:n" `)),
  },
  {
    name: '100,000 nested elements that each declare a prefix',
    ending: 'xml',
    text: () =>
      withElements(
        each(MANY, (index) => `<n${index}:a xmlns:n${index}="urn:n">`) +
          each(MANY, (index) => `</n${MANY - 1 - index}:a>`),
      ),
  },
  {
    name: '100,000 attributes under one prefix',
    ending: 'xml',
    text: () => withAttributes(each(MANY, (index) => `xsi:a${index}="1" `)),
  },
  {
    name: '100,000 prefixes that are not declared',
    ending: 'xml',
    text: () => withElements(each(MANY, (index) => `<p${index}:a/>`)),
  },
  {
    name: 'a billion laughs',
    ending: 'xml',
    text: () => withDoctype(`<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]>`, 'l10'),
  },
  {
    name: 'an entity outside the file',
    ending: 'xml',
    text: () =>
      withDoctype(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://example.com/">%p;]>',
        'e',
      ),
  },
  {
    name: 'a DOCTYPE that never ends',
    ending: 'xml',
    text: () => withDoctype(`<!DOCTYPE x [${'<!ENTITY a "['.repeat(MANY)}`, 'a'),
  },
  {
    name: '100,000 undefined entities',
    ending: 'xml',
    text: () => QRDA3.replace('<title>', `<title>${'&nbsp;'.repeat(MANY)}`),
  },
  {
    name: '100,000 bare ampersands',
    ending: 'xml',
    text: () => QRDA3.replace('<title>', `<title>${'&'.repeat(MANY)}`),
  },
  { name: '100,000 bare angle brackets', ending: 'xml', text: () => withElements('<'.repeat(MANY)) },
  { name: '100,000 comments that never end', ending: 'xml', text: () => withElements('<!-- '.repeat(MANY)) },
  {
    name: '100,000 CDATA sections that never end',
    ending: 'xml',
    text: () => withElements('<![CDATA['.repeat(MANY)),
  },
  {
    name: '100,000 instructions that never end',
    ending: 'xml',
    text: () => withElements('<?a '.repeat(MANY)),
  },
  {
    name: '100,000 different element names',
    ending: 'xml',
    text: () => withElements(each(MANY, (index) => `<e${index}/>`)),
  },
  {
    name: '100,000 ids',
    ending: 'xml',
    text: () => withElements('<id root="1" extension="2"/>'.repeat(MANY)),
  },
  {
    name: '10,000 templates of one element',
    ending: 'xml',
    text: () =>
      QRDA3.replace(
        '<realmCode',
        () =>
          `${each(10_000, (index) => `<templateId root="2.16.840.1.113883.10.20.27.3.${index}"/>`)}<realmCode`,
      ),
  },
  {
    name: '1 MB of blanks in a tag',
    ending: 'xml',
    text: () => QRDA3.replace('<realmCode ', `<realmCode${' '.repeat(MEGABYTE)}`),
  },
  { name: '1 MB of blanks before the text', ending: 'xml', text: () => ' '.repeat(MEGABYTE) + QRDA3 },
  {
    name: 'blanks and line breaks of 1 MB',
    ending: 'xml',
    text: () => withElements(' \r\n\t'.repeat(MEGABYTE / 4)),
  },
  {
    name: 'one line of 5 MB',
    ending: 'xml',
    text: () =>
      withElements(
        QRDA3.slice(QRDA3.indexOf('<component>'), QRDA3.lastIndexOf('</structuredBody>'))
          .replace(/\s+/g, ' ')
          .repeat(Math.ceil((5 * MEGABYTE) / QRDA3.length)),
      ),
  },
  { name: 'a name of 1 MB', ending: 'xml', text: () => withElements(`<${'a'.repeat(MEGABYTE)}/>`) },
  { name: 'a name of 100,000 colons', ending: 'xml', text: () => withElements(`<a${':a'.repeat(MANY)}/>`) },
  { name: 'NUL in every place', ending: 'xml', text: () => QRDA3.replaceAll(' ', '\0') },
  { name: 'lone surrogates', ending: 'xml', text: () => QRDA3.replaceAll('title', '\ud83etitle\udd00') },
  {
    name: 'UTF-16 read as Latin-1',
    ending: 'xml',
    text: () => Buffer.from(QRDA3, 'utf16le').toString('latin1'),
  },
  { name: 'UTF-8 read as UTF-16', ending: 'xml', text: () => Buffer.from(QRDA3).toString('utf16le') },
  {
    name: 'an encoding that is not that of the file',
    ending: 'xml',
    text: () => QRDA3.replace('UTF-8', 'UTF-32'),
  },
  {
    name: 'numbers of a million digits',
    ending: 'xml',
    text: () => QRDA3.replaceAll(/value="\d+"/g, `value="${'9'.repeat(MEGABYTE / 10)}"`),
  },
  {
    name: 'a number of a million digits',
    ending: 'json',
    text: () => QPP_JSON.replace('60', '6'.repeat(MEGABYTE)),
  },
  {
    name: 'an exponent of a million digits',
    ending: 'json',
    text: () => QPP_JSON.replace('60', `6e${'9'.repeat(MEGABYTE)}`),
  },
  {
    name: 'a string of 1 MB',
    ending: 'json',
    text: () => QPP_JSON.replace('"236"', `"${'2'.repeat(MEGABYTE)}"`),
  },
  {
    name: 'a string of 1 MB of escapes',
    ending: 'json',
    text: () => QPP_JSON.replace('"236"', `"${'\\ud83d'.repeat(MANY)}"`),
  },
  { name: 'a key of 1 MB', ending: 'json', text: () => withValues(`"${'k'.repeat(MEGABYTE)}": 1`) },
  {
    name: 'a key that stands 100,000 times',
    ending: 'json',
    text: () => withValues('"isEndToEndReported": false,'.repeat(MANY).slice(0, -1)),
  },
  {
    name: '100,000 keys',
    ending: 'json',
    text: () => withValues(each(MANY, (index) => `"k${index}": 1,`).slice(0, -1)),
  },
  {
    name: 'the same sets 1,000 times',
    ending: 'json',
    text: () => file(Array.from({ length: 1_000 }, () => JSON_SET)),
  },
  {
    name: 'the same measure 10,000 times',
    ending: 'json',
    text: () => file([registrySet(Array.from({ length: 10_000 }, () => measurement('236', RATE)))]),
  },
  {
    name: '30,000 strata of one measure',
    ending: 'json',
    text: () =>
      file([
        registrySet([
          measurement('052', {
            strata: Array.from({ length: 30_000 }, (_, index) => ({
              stratum: `s${index}`,
              performanceMet: 1,
            })),
          }),
        ]),
      ]),
  },
  {
    name: 'an array of a million numbers',
    ending: 'json',
    text: () => withValues(`"a": [${'1,'.repeat(MEGABYTE)}1]`),
  },
  {
    name: 'an array of a million commas',
    ending: 'json',
    text: () => withValues(`"a": [${','.repeat(MEGABYTE)}]`),
  },
  {
    name: '100,000 strings that are never closed',
    ending: 'json',
    text: () => withValues('"a\n'.repeat(MANY)),
  },
  { name: '100,000 comments', ending: 'json', text: () => withValues(`"a": 1 ${'/* c */'.repeat(MANY)}`) },
  { name: '100,000 comments that never end', ending: 'json', text: () => withValues('/* '.repeat(MANY)) },
  {
    name: '100,000 words that are no JSON',
    ending: 'json',
    text: () => withValues('undefined '.repeat(MANY)),
  },
  { name: '100,000 keys without values', ending: 'json', text: () => withValues('"a" "b" '.repeat(MANY)) },
  {
    name: '2,000 brackets of the wrong kind',
    ending: 'json',
    text: () => withValues('"a": [{]}'.repeat(MANY / 50)),
  },
  {
    name: 'keys that every object inherits',
    ending: 'json',
    text: () => QPP_JSON.replace(/"(\w+)":/g, '"__proto__": {"constructor": null}, "toString": 1, "$1":'),
  },
  {
    name: 'ids that every object inherits',
    ending: 'json',
    text: () =>
      QPP_JSON.replace('"236"', '"__proto__"')
        .replace('"quality"', '"constructor"')
        .replace('"mips"', '"hasOwnProperty"')
        .replace('"individual"', '"toString"')
        .replace('"registry"', '"valueOf"'),
  },
  {
    name: 'ids that every object inherits, in QRDA III',
    ending: 'xml',
    text: () =>
      QRDA3.replaceAll(/(root|extension|code|nullFlavor|xsi:type)="[^"]*"/g, (all, name, at) =>
        at % 3 === 0 ? `${name}="__proto__"` : at % 3 === 1 ? `${name}="constructor"` : all,
      ),
  },
  { name: 'NUL in every place', ending: 'json', text: () => QPP_JSON.replaceAll(' ', '\0') },
  {
    name: 'lone surrogates',
    ending: 'json',
    text: () => QPP_JSON.replaceAll('"measure', '"\ud83emeasure\udd00'),
  },
  {
    name: 'UTF-16 read as Latin-1',
    ending: 'json',
    text: () => Buffer.from(QPP_JSON, 'utf16le').toString('latin1'),
  },
];
