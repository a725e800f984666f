const React = { createElement(type, props, ...children) { return [type, props, children]; }, Fragment: 'F' };
const a = 1 < 2, generic = (x) => <b>{x}</b>;
console.log(a, generic(1), <><i a="1" {...{ b: 2 }} c /></>);
console.log(<div>
    {a ? <b>yes</b> : <i>no</i>}
    text "quoted" it's {`x`}
</div>);
