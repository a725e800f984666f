// Elements of a library for interfaces, without a document to put them in.
import { cloneElement, createContext, Fragment, h, isValidElement, toChildArray } from 'preact';

const list = h(
  'ul',
  { id: 'list' },
  [1, 2].map((key) => h('li', { key }, `item ${key}`)),
  h(Fragment, null, 'end'),
);
console.log(
  list.type,
  list.props.id,
  toChildArray(list.props.children).map(({ type, key }) => [typeof type, key]),
);
console.log(isValidElement(cloneElement(list, { id: 'other' })), cloneElement(list, { id: 'other' }).props.id);
console.log(typeof createContext('light').Provider);
