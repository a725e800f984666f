const React = { createElement(type: any, props: any, ...children: any[]): any { return typeof type === 'function' ? type.prototype?.render ? new type({ ...props, children }).render() : type({ ...props, children }) : { type: String(type), ...(props && { props }), ...(children.length && { children: children.flat(Infinity) }) }; }, Fragment: 'fragment' };
interface Props<T> { items: T[]; render: (item: T) => any; empty?: any; children?: any }
function List<T extends { id: number }>({ items, render, empty = <i>none</i> }: Props<T>) { return items.length ? <ul>{items.map((item) => <li key={item.id}>{render(item)}</li>)}</ul> : empty; }
abstract class Component<P> { constructor(protected props: P & { children?: any }) {} abstract render(): any; }
class Card extends Component<{ title: string; footer?: any }> { render() { const { title, children, footer } = this.props; return <section title={title!}>{...children}{footer ?? null}</section>; } }
const show = (x: any) => console.log(JSON.stringify(x));
show(<List<{ id: number }> items={[{ id: 1 }, { id: 2 }]} render={(item) => <b>{item.id as number}</b>} />);
show(<List items={[]} render={() => null} />);
show(<Card title="t" footer={<small>©</small>}>one {1 + 1} <em>three</em></Card>);
const Named = { Part: ({ children }: any) => <p>{children}</p> } as const;
show(<Named.Part>{(() => { switch (1 as number) { case 1: return <a>1</a>; default: return <b>2</b>; } })()}</Named.Part>);
show([<a key="1" />, ...[2, 3].map((n) => <b key={n}>{n}</b>)]);
show(<div style={{ color: 'red', ...(true && { margin: 1 }) }} onClick={() => {}} {...{ id: 'x' }} data-a-b="c">{`a${1}`}</div>);
show(<p>a&nbsp;b &lt;c&gt; &#x1F600; {'{}'} "q" 'r' it's</p>);
show(<p>
  {' '}leading and trailing{' '}
  <b>x</b>, comma
  &amp;
</p>);
const generic = <T,>(value: T) => <span>{String(value)}</span>, async_ = async <T,>(value: T) => <span>{String(await value)}</span>;
show(generic(1)); async_(Promise.resolve(2)).then(show);
const x = 3, compare = x < 4 ? <a>{x > 2 ? 'gt' : 'lt'}</a> : x > 5; show(compare);
label: for (const el of [<a />, <b />]) { if (el.type === 'a') continue label; show(el); }
