/** The names of HTML's entities, which acorn-jsx has without types. */
declare module 'acorn-jsx/xhtml.js' {
  const entities: Readonly<Record<string, string>>;
  export default entities;
}
