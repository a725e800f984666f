/** Which interface an element has, by its name. HTML: 4 The elements of HTML; those that have none of their own are HTMLElement. */
import { htmlNamespace, svgNamespace } from './nodes.ts';

const byName: Readonly<Record<string, string>> = {
  a: 'Anchor',
  area: 'Area',
  audio: 'Audio',
  base: 'Base',
  blockquote: 'Quote',
  body: 'Body',
  br: 'BR',
  button: 'Button',
  canvas: 'Canvas',
  caption: 'TableCaption',
  col: 'TableCol',
  colgroup: 'TableCol',
  data: 'Data',
  datalist: 'DataList',
  del: 'Mod',
  details: 'Details',
  dialog: 'Dialog',
  div: 'Div',
  dl: 'DList',
  embed: 'Embed',
  fieldset: 'FieldSet',
  form: 'Form',
  h1: 'Heading',
  h2: 'Heading',
  h3: 'Heading',
  h4: 'Heading',
  h5: 'Heading',
  h6: 'Heading',
  head: 'Head',
  hr: 'HR',
  html: 'Html',
  iframe: 'IFrame',
  img: 'Image',
  input: 'Input',
  ins: 'Mod',
  label: 'Label',
  legend: 'Legend',
  li: 'LI',
  link: 'Link',
  map: 'Map',
  menu: 'Menu',
  meta: 'Meta',
  meter: 'Meter',
  object: 'Object',
  ol: 'OList',
  optgroup: 'OptGroup',
  option: 'Option',
  output: 'Output',
  p: 'Paragraph',
  picture: 'Picture',
  pre: 'Pre',
  progress: 'Progress',
  q: 'Quote',
  script: 'Script',
  select: 'Select',
  slot: 'Slot',
  source: 'Source',
  span: 'Span',
  style: 'Style',
  table: 'Table',
  tbody: 'TableSection',
  td: 'TableCell',
  template: 'Template',
  textarea: 'TextArea',
  tfoot: 'TableSection',
  th: 'TableCell',
  thead: 'TableSection',
  time: 'Time',
  title: 'Title',
  tr: 'TableRow',
  track: 'Track',
  ul: 'UList',
  video: 'Video',
};

/** Elements of HTML that are plain HTMLElements. */
const plain = new Set(
  `abbr address article aside b bdi bdo cite code dd dfn dt em figcaption figure footer header hgroup i kbd main mark nav noscript
  rp rt ruby s samp search section small strong sub summary sup u var wbr acronym basefont big center nobr noembed noframes
  plaintext rb rtc strike tt`.split(/\s+/),
);

export function interfaceOfElement(localName: string, namespace: string | null): string {
  if (namespace === svgNamespace) return 'SVGElement';
  if (namespace !== htmlNamespace) return 'Element';
  const own = Object.hasOwn(byName, localName) ? byName[localName] : undefined;
  if (own !== undefined) return `HTML${own}Element`;
  return plain.has(localName) || isCustomName(localName) ? 'HTMLElement' : 'HTMLUnknownElement';
}

/** HTML: a valid custom element name. */
export function isCustomName(name: string): boolean {
  return /^[a-z][^A-Z\0\s/>]*-[^A-Z\0\s/>]*$/.test(name) && !reserved.has(name);
}

const reserved = new Set(['annotation-xml', 'color-profile', 'font-face', 'missing-glyph']);

/** Each once. */
export const elementInterfaces: readonly string[] = [
  ...new Set(Object.values(byName).map((own) => `HTML${own}Element`)),
  'HTMLUnknownElement',
];
