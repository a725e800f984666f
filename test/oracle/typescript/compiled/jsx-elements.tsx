const React = { createElement: (type: any, props: any, ...children: any[]) => ({ type: typeof type === 'function' ? type.name : type, props, children }), Fragment: 'Fragment' };
const show = (x: any) => console.log(JSON.stringify(x));
type P = { label?: string; children?: any };
function Button<T>({ label }: P & { value?: T }) { return <button>{label}</button>; }
const ns = { Deep: { Item: function Item() {} } };
const props = { a: 1, b: 'two' }, items: number[] = [1, 2, 3], cond = false;
show(<div />);
show(<div className="a &amp; b &copy; &#65;&#x42; &unknown;" data-x='single "q"' tabIndex={1 + 1} disabled aria-label={`t${1}`} />);
show(<Button label="l" {...props} b={<i>nested</i>} key="k" />);
show(<><a /><b>text</b></>);
show(<ns.Deep.Item x={items as any}>{items.map((n: number) => <li key={n}>{n}</li>)}</ns.Deep.Item>);
show(<svg:rect xlink:href="#a" />);
show(<p>
  first line
  second   line {cond} end &nbsp;

  {/* comment */}
  {'string'}   trailing
  </p>);
show(<p>   </p>); show(<p>
</p>); show(<p> a {' '} b </p>); show(<p>{...items}</p>);
show(<Button<string> value="v" />);
const arrow = <T,>(x: T) => <b>{x as any}</b>, arrow2 = <T extends string>(x: T): any => <b>{x}</b>;
show(arrow(1)); show(arrow2('q'));
show(cond ? <a /> : <b x={items[0]! < 2} />);
show(<a>{items.length > 2 && <b />}{null}{undefined}{true}</a>);
