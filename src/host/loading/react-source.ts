/**
 * A small stand-in for React, so that a file with JSX runs where no react is installed: elements are the plain objects that
 * React 19 makes of them. Resolution falls back to it; GlobalReact is what JSX calls in a file that names no React.
 * React: packages/react/src/ReactClient.js, jsx/ReactJSXElement.js. Format: builtin-module-sources.ts.
 *
 * Simplified: there is no renderer, so hooks say that they need React itself.
 */
const hooks = [
  'use',
  'useActionState',
  'useCallback',
  'useContext',
  'useDebugValue',
  'useDeferredValue',
  'useEffect',
  'useId',
  'useImperativeHandle',
  'useInsertionEffect',
  'useLayoutEffect',
  'useMemo',
  'useOptimistic',
  'useReducer',
  'useRef',
  'useState',
  'useSyncExternalStore',
  'useTransition',
];

const reactVersion = '19.0.0-underhood';

export const reactSources: Readonly<Record<string, string>> = {
  react: `function (require, global) {
  const { Array, Error, Object, Symbol } = global;
  const elementType = Symbol.for('react.transitional.element');
  const own = (object, key) => Object.hasOwn(object, key);
  function newElement(type, key, props) {
    return { $$typeof: elementType, type, key, ref: props.ref === undefined ? null : props.ref, props };
  }
  function withoutKey(config) {
    const props = {};
    for (const name in config) if (own(config, name) && name !== 'key' && name !== '__self' && name !== '__source') props[name] = config[name];
    return props;
  }
  function addChildren(props, children) {
    if (children.length === 1) props.children = children[0];
    else if (children.length > 1) props.children = children;
    return props;
  }
  function createElement(type, config, ...children) {
    const hasConfig = config !== null && config !== undefined;
    const key = hasConfig && config.key !== undefined ? '' + config.key : null;
    const props = addChildren(hasConfig ? withoutKey(config) : {}, children);
    const defaults = type ? type.defaultProps : undefined;
    if (defaults) for (const name in defaults) if (props[name] === undefined) props[name] = defaults[name];
    return newElement(type, key, props);
  }
  function jsx(type, config, maybeKey) {
    let key = maybeKey === undefined ? null : '' + maybeKey;
    if (config.key !== undefined) key = '' + config.key;
    return newElement(type, key, 'key' in config ? withoutKey(config) : config);
  }
  function isValidElement(object) {
    return typeof object === 'object' && object !== null && object.$$typeof === elementType;
  }
  function cloneElement(element, config, ...children) {
    if (element === null || element === undefined) throw new Error('The argument must be a React element, but you passed ' + element + '.');
    const props = Object.assign({}, element.props);
    let key = element.key;
    if (config !== null && config !== undefined) {
      if (config.key !== undefined) key = '' + config.key;
      Object.assign(props, withoutKey(config));
    }
    return newElement(element.type, key, addChildren(props, children));
  }
  function flatten(children, into) {
    if (Array.isArray(children)) for (let i = 0; i < children.length; i++) flatten(children[i], into);
    else if (children !== undefined && children !== null && typeof children !== 'boolean') into.push(children);
    return into;
  }
  const Children = {
    map(children, callback) { return children === null || children === undefined ? children : flatten(children, []).map((child, index) => callback(child, index)); },
    forEach(children, callback) { flatten(children, []).forEach((child, index) => { callback(child, index); }); },
    count(children) { return flatten(children, []).length; },
    toArray(children) { return flatten(children, []); },
    only(children) {
      if (!isValidElement(children)) throw new Error('React.Children.only expected to receive a single React element child.');
      return children;
    },
  };
  function Component(props, context) {
    const component = new.target === undefined ? this : %NewObjectOf(new.target);
    component.props = props;
    component.context = context;
    return component;
  }
  Component.prototype.isReactComponent = {};
  function PureComponent(props, context) {
    const component = new.target === undefined ? this : %NewObjectOf(new.target);
    component.props = props;
    component.context = context;
    return component;
  }
  Object.setPrototypeOf(PureComponent.prototype, Component.prototype);
  PureComponent.prototype.isPureReactComponent = true;
  function createContext(value) {
    const context = { $$typeof: Symbol.for('react.context'), _currentValue: value, _currentValue2: value, _threadCount: 0, Provider: null, Consumer: null };
    context.Provider = context;
    context.Consumer = { $$typeof: Symbol.for('react.consumer'), _context: context };
    return context;
  }
  const React = {
    Children, Component, Fragment: Symbol.for('react.fragment'), Profiler: Symbol.for('react.profiler'), PureComponent,
    StrictMode: Symbol.for('react.strict_mode'), Suspense: Symbol.for('react.suspense'),
    cloneElement, createContext, createElement,
    createRef() { return { current: null }; },
    forwardRef(render) { return { $$typeof: Symbol.for('react.forward_ref'), render }; },
    isValidElement,
    lazy(load) { return { $$typeof: Symbol.for('react.lazy'), _payload: { _status: -1, _result: load }, _init: undefined }; },
    memo(type, compare) { return { $$typeof: Symbol.for('react.memo'), type, compare: compare === undefined ? null : compare }; },
    startTransition(scope) { scope(); },
    ${hooks.map((name) => `${name}() { throw new Error("Underhood's stand-in for React does not render: ${name}() needs React itself"); }`).join(',\n    ')},
    version: '${reactVersion}',
  };
  Object.defineProperty(React, Symbol.for('underhood.jsx'), { value: jsx });
  return React;
}`,
  'react/jsx-runtime': `function (require, global) {
  const React = require('react');
  const jsx = React[global.Symbol.for('underhood.jsx')];
  return { Fragment: React.Fragment, jsx, jsxs: jsx };
}`,
};
