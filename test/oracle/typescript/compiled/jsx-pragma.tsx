/** @jsx h */
/** @jsxFrag Frag */
const Frag = Symbol('Frag');
function h(type: unknown, props: object | null, ...children: unknown[]): unknown { return { type, props, children }; }
class View { tag = 'x'; render() { return <this.Tag one="1"><>{this.tag}</></this.Tag>; } Tag = (): null => null; }
console.log(new View().render());
console.log(<div on={() => { return <br />; }}>{(<T,>(x: T) => x)(5)}</div>);
