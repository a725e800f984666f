// JSX where no react is installed: the stand-in makes the plain objects that React 19 makes.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const run = (source: string, fileName = '/test/program.tsx', runtime: 'node' | 'browser' = 'node') =>
  runProgram(source, { fileName, runtime, sourceKind: runtime === 'node' ? 'commonjs' : 'script' });

const json = (source: string, fileName?: string, runtime?: 'node' | 'browser'): unknown =>
  JSON.parse(run(`console.log(JSON.stringify(${source}))`, fileName, runtime).stdout);

describe('the stand-in for React', () => {
  it('makes elements as React 19 does', () => {
    const program = 'console.log(<a key={1} ref="r" b="2">{3}</a>)';
    assert.equal(
      run(program).stdout,
      [
        '{',
        "  '$$typeof': Symbol(react.transitional.element),",
        "  type: 'a',",
        "  key: '1',",
        "  ref: 'r',",
        "  props: { ref: 'r', b: '2', children: 3 }",
        '}',
        '',
      ].join('\n'),
    );
    assert.deepEqual(json('<a><b/>text</a>'), {
      type: 'a',
      key: null,
      ref: null,
      props: { children: [{ type: 'b', key: null, ref: null, props: {} }, 'text'] },
    });
  });

  it('is there in a file that names no React, in both runtimes and in JavaScript', () => {
    for (const runtime of ['node', 'browser'] as const) {
      assert.deepEqual(json('<p/>', '/test/program.jsx', runtime), { type: 'p', key: null, ref: null, props: {} });
    }
  });

  it('gives way to the React of the program', () => {
    const mine = 'const React = { createElement: (type: string) => type + "!" };\nconsole.log(<p/>);';
    assert.equal(run(mine).stdout, 'p!\n');
    const global = '(globalThis as any).React = { createElement: (type: string) => type + "?" };\nconsole.log(<p/>);';
    assert.equal(run(global).stdout, 'p?\n');
  });

  it('can be required, and leaves no trace where it is not used', () => {
    const program = `
      const React = require('react');
      class Page extends React.Component<{ x: number }> { render() { return <>{this.props.x}</>; } }
      console.log(React.isValidElement(<Page x={1} />), new Page({ x: 2 }).render().props.children);
      console.log(React.cloneElement(<a b="1" />, { c: 2 }, 'child').props, React.Children.count([1, [2, null]]));
      function Fancy() {}
      Fancy.defaultProps = { size: 3 };
      console.log(<Fancy />.props);`;
    assert.equal(run(program).stdout, "true 2\n{ b: '1', c: 2, children: 'child' } 2\n{ size: 3 }\n");
    assert.equal(run('console.log(typeof React, Object.keys(require.cache).length)').stdout, 'undefined 1\n');
  });

  it('does not pretend to render', () => {
    const { stderr } = run("require('react').useState(0)");
    assert.match(stderr, /Underhood's stand-in for React does not render: useState\(\) needs React itself/);
  });

  it('calls the automatic runtime where the file asks for it', () => {
    const pragma = '/** @jsxRuntime automatic */\n';
    const program = 'console.log(<a key="k" b="1"><i/>{2}</a>, <>{3}</>);';
    assert.equal(run(pragma + program).stdout, run(program).stdout);
    const own = `/** @jsxImportSource ./own */\nconsole.log(<a/>);`;
    assert.match(run(own).stderr, /Cannot find module '.\/own\/jsx-runtime'/);
  });
});
