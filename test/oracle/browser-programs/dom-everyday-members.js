// What ordinary scripts do to elements: classes, data, attributes, children, selects and inputs, and what they are told when it is wrong.
const show = (v, d = 0) => {
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'function') return 'function ' + v.name + '/' + v.length;
  if (typeof v !== 'object' || v === null) return Object.is(v, -0) ? '-0' : typeof v === 'bigint' ? v + 'n' : String(v);
  if (v instanceof Error || v instanceof DOMException) return v.name + ': ' + v.message;
  if (typeof Node === 'function' && v instanceof Node)
    return '<' + v.nodeName + (v.id ? '#' + v.id : '') + (v.nodeType === 3 ? ' ' + v.data : '') + '>';
  if (Array.isArray(v) || ArrayBuffer.isView(v))
    return (Array.isArray(v) ? '' : v.constructor.name) + '[' + Array.from(v, (x) => show(x, d + 1)).join(', ') + ']';
  const tag = Object.prototype.toString.call(v).slice(8, -1);
  if (v instanceof Map || v instanceof Set) return tag + show([...v], d + 1);
  if (tag !== 'Object' || d > 3) return tag;
  return (
    '{' +
    Object.keys(v)
      .map((k) => k + ': ' + show(v[k], d + 1))
      .join(', ') +
    '}'
  );
};
const t = (name, run) => {
  let r;
  try {
    r = show(run());
  } catch (e) {
    r = 'throws ' + show(e);
  }
  console.log(name + ' -> ' + r);
};
const all = (list) => {
  for (const f of list)
    t(
      String(f)
        .replace(/^\(\) => /, '')
        .slice(0, 90),
      f,
    );
};
const host = document.body.appendChild(document.createElement('div'));
host.id = 'host';
const h = (s) => {
  host.innerHTML = s;
  return host.firstChild;
};
all([
  () => {
    const e = h('<p class=" a b  a c">');
    return [e.classList.length, [...e.classList], e.classList.value, e.className, String(e.classList)];
  },
  () => {
    const e = h('<p class="a">');
    e.classList.add('b', 'c', 'a');
    e.classList.remove('a', 'z');
    return [
      e.className,
      e.classList.toggle('q'),
      e.classList.toggle('q'),
      e.classList.toggle('x', false),
      e.classList.toggle('x', true),
      e.classList.replace('b', 'c'),
      e.classList.replace('n', 'm'),
      e.className,
    ];
  },
  () => h('<p>').classList.add(''),
  () => h('<p>').classList.add('a b'),
  () => h('<p>').classList.toggle(),
  () => h('<p>').classList.contains(),
  () => h('<p>').classList.contains(''),
  () => h('<p class=x>').classList.item(0),
  () => h('<p class=x>').classList.item(5),
  () => h('<p class=x>').classList[0],
  () => h('<p class=x>').classList[9],
  () => {
    const e = h('<p>');
    e.classList = 'x y';
    return e.className;
  },
  () => h('<p>').classList.supports('x'),
  () => {
    const e = h('<p class="a b">');
    const o = [];
    e.classList.forEach((v, k, l) => o.push(v, k, l === e.classList));
    return [o, [...e.classList.entries()], [...e.classList.keys()]];
  },
  () => {
    const e = h('<p class>');
    e.classList.remove('x');
    return host.innerHTML;
  },
  () => {
    const e = h('<p>');
    e.classList.remove('x');
    return host.innerHTML;
  },
  () => {
    const e = h('<p class=x>');
    e.classList.remove('x');
    return host.innerHTML;
  },
  () => {
    const e = h('<p data-foo-bar=1 data-x>');
    return [
      e.dataset.fooBar,
      e.dataset.x,
      Object.keys(e.dataset),
      'fooBar' in e.dataset,
      delete e.dataset.x,
      JSON.stringify(e.dataset),
    ];
  },
  () => {
    const e = h('<p>');
    e.dataset.aB1C = null;
    e.dataset.x = undefined;
    return host.innerHTML;
  },
  () => {
    h('<p>').dataset['a-b'] = 1;
  },
  () => {
    h('<p>').dataset['a b'] = 1;
  },
  () => {
    const e = h('<p>');
    e.dataset['a-B'] = 1;
    return host.innerHTML;
  },
  () => ({ ...h('<p data-a=1 data-b-c=2>').dataset }),
  () => h('<div class=a><p class=b><i></i></p></div>').querySelector('i').closest('.a').className,
  () => h('<i>').closest('.zz'),
  () => h('<i>').closest('['),
  () => h('<i>').matches('i:not(.x)'),
  () => h('<i>').matches(),
  () => h('<i>').matches(''),
  () => document.querySelector('a:'),
  () => document.querySelectorAll(''),
  () => document.querySelector(':hover'),
  () => document.querySelector(null),
  () => document.getElementById(),
  () => document.querySelectorAll('#host, body, #host').length,
  () => {
    h('<i>');
    host.insertAdjacentHTML('BeforeEnd', '<b>');
    return host.innerHTML;
  },
  () => host.insertAdjacentHTML('x', ''),
  () => host.insertAdjacentHTML('beforeend'),
  () => document.createElement('p').insertAdjacentHTML('afterend', 'x'),
  () => host.insertAdjacentElement('beforeend', 'x'),
  () => document.createElement('p').insertAdjacentElement('beforebegin', document.createElement('i')),
  () => {
    host.replaceChildren('a', document.createElement('b'), 'c', 3, null, undefined);
    return [host.innerHTML, host.childNodes.length];
  },
  () => {
    host.normalize();
    return host.childNodes.length;
  },
  () => {
    host.append();
    host.prepend('x');
    host.firstChild.after('y', 'z');
    host.lastChild.before('w');
    return host.innerHTML;
  },
  () => {
    host.firstChild.replaceWith('r', document.createElement('u'));
    return host.innerHTML;
  },
  () => {
    host.querySelector('u').remove();
    return host.innerHTML;
  },
  () => host.appendChild(host),
  () => host.appendChild(document.body),
  () => host.appendChild(),
  () => host.appendChild('x'),
  () => host.appendChild(null),
  () => host.appendChild(document),
  () => host.insertBefore(document.createElement('p')),
  () => host.insertBefore(document.createElement('p'), document.head),
  () => host.removeChild(document.head),
  () => host.replaceChild(document.createElement('p'), document.head),
  () => host.append(host),
  () => document.appendChild(document.createElement('p')),
  () => document.append('x'),
  () => document.createTextNode('x').appendChild(document.createElement('i')),
  () => document.createElement(''),
  () => document.createElement('1a'),
  () => document.createElement('a b'),
  () => document.createElement('A-b').localName,
  () => document.createElement('a<b'),
  () => document.createElement('a"b').tagName,
  () => document.createElement(null).tagName,
  () => document.createElement('é').tagName,
  () => document.createElement('x:y').tagName,
  () => document.createElement('p', { is: 'x-y' }).outerHTML,
  () => document.createElementNS('http://www.w3.org/2000/svg', 'svg').tagName,
  () => document.createElementNS(null, 'a:b'),
  () => document.createElementNS('urn:x', 'a:b').prefix,
  () => document.createElementNS('http://www.w3.org/1999/xhtml', 'DIV').tagName,
  () => document.createElementNS('http://www.w3.org/1999/xhtml', 'DIV').constructor.name,
  () => document.createElement('foo').constructor.name,
  () => document.createElement('foo-bar').constructor.name,
  () => host.setAttribute('a b', 1),
  () => host.setAttribute('', 1),
  () => host.setAttribute('X', 1),
  () => host.getAttribute('x'),
  () => host.getAttributeNames(),
  () => host.toggleAttribute('hidden'),
  () => host.hidden,
  () => host.toggleAttribute('hidden', true),
  () => host.removeAttribute('hidden'),
  () => host.hasAttributes(),
  () => host.attributes.length,
  () => host.attributes[0].name,
  () => host.attributes.id.value,
  () => host.attributes.getNamedItem('zz'),
  () => {
    const a = host.getAttributeNode('id');
    return [a.name, a.value, a.ownerElement === host, a.specified, a.nodeType, a.nodeName, a.textContent];
  },
  () => {
    const a = document.createAttribute('Foo');
    a.value = '1';
    host.setAttributeNode(a);
    return host.getAttribute('foo');
  },
  () => host.removeAttributeNode(host.getAttributeNode('foo')).name,
  () => host.setAttribute('x'),
  () => host.setAttributeNS('urn:a', 'p:q', 1),
  () => host.getAttributeNS('urn:a', 'q'),
  () => host.hasAttributeNS('urn:a', 'q'),
  () => host.attributes.removeNamedItem('none'),
  () => host.cloneNode().outerHTML,
  () => {
    const e = h('<p id=a><b>x</b></p>');
    return [
      e.cloneNode(true).isEqualNode(e),
      e.cloneNode().isEqualNode(e),
      e.isSameNode(e),
      e.contains(e),
      e.contains(null),
      e.compareDocumentPosition(e.firstChild),
      e.firstChild.compareDocumentPosition(e),
      e.compareDocumentPosition(e),
      host.compareDocumentPosition(document.head),
    ];
  },
  () => document.createElement('p').compareDocumentPosition(host) & ~6,
  () => h('a<b>c</b>').nextSibling.previousSibling.data,
  () => {
    h('<!--x-->a<i></i>b<u></u>');
    return [
      host.children.length,
      host.firstElementChild,
      host.lastElementChild,
      host.childElementCount,
      host.firstElementChild.nextElementSibling,
      host.lastElementChild.previousElementSibling,
      host.firstChild.nodeName,
      host.firstChild.nodeValue,
      host.children[0],
      host.children.item(9),
      host.childNodes.item(0),
      host.childNodes[99],
    ];
  },
  () => {
    h('<p id=x name=y>');
    return [
      host.children.x,
      host.children.y,
      host.children.namedItem('x'),
      Object.keys(host.children),
      'x' in host.children,
      Object.getOwnPropertyNames(host.children),
    ];
  },
  () => {
    h('<p><i>');
    return [
      Object.keys(host.childNodes),
      [...host.childNodes.entries()].length,
      host.childNodes.forEach((n) => n),
      typeof host.children.forEach,
    ];
  },
  () => {
    h('<i></i><i></i>');
    const l = host.getElementsByTagName('i'),
      q = host.querySelectorAll('i');
    host.firstChild.remove();
    return [l.length, q.length, host.getElementsByTagName('i') === l, host.getElementsByTagName('*').length];
  },
  () => {
    const s = h('<select><option value=1>a<option selected>b</select>');
    return [
      s.value,
      s.selectedIndex,
      s.options.length,
      s.length,
      s.options[1].text,
      s.selectedOptions.length,
      s.type,
      s.options.selectedIndex,
    ];
  },
  () => {
    const s = h('<select></select>');
    s.add(new Option('t', 'v'));
    s.add(new Option('t2', 'v2', true, true), 0);
    s.options[2] = new Option('n');
    return [s.innerHTML, s.value];
  },
  () => {
    const s = h('<select><option>a<option>b</select>');
    s.remove(0);
    s.length = 3;
    return [s.innerHTML, s.options.length];
  },
  () => {
    const s = h('<select><option>a<option>b</select>');
    s.value = 'b';
    const r = [s.selectedIndex];
    s.value = 'zz';
    r.push(s.selectedIndex, s.value);
    s.options.length = 0;
    r.push(s.innerHTML);
    return r;
  },
  () => [...h('<select><option>a<option>b</select>')].map((o) => o.value),
  () => h('<select multiple><option selected>a<option selected>b</select>').selectedOptions.length,
  () => {
    const i = h('<input value=a>');
    i.value = 'b';
    const r = [i.getAttribute('value'), i.defaultValue, i.value];
    i.defaultValue = 'c';
    r.push(i.value);
    return r;
  },
  () => {
    const i = h('<input type=checkbox checked>');
    i.checked = false;
    return [i.defaultChecked, i.matches(':checked'), i.hasAttribute('checked')];
  },
  () => {
    const i = h('<input type=number value=x>');
    const r = [i.value, i.valueAsNumber];
    i.value = '12.50';
    r.push(i.value, i.valueAsNumber);
    i.value = 'abc';
    r.push(i.value);
    i.stepUp();
    r.push(i.value);
    return r;
  },
  () => {
    const i = h('<input type=date>');
    i.value = '2026-02-30';
    const r = [i.value];
    i.value = '2026-02-28';
    r.push(i.value, i.valueAsNumber, i.valueAsDate.toISOString());
    return r;
  },
  () => {
    const i = h('<input type=range>');
    const r = [i.value];
    i.value = 150;
    r.push(i.value);
    return r;
  },
  () => {
    const i = h('<input type=foo>');
    return [i.type, i.getAttribute('type')];
  },
  () => {
    const i = h('<input maxlength=3>');
    i.value = 'abcdef';
    return [i.value, i.maxLength, i.validity.valid, i.size];
  },
  () => {
    h('<input type=file>').value = 'x';
  },
  () => h('<input type=file>').files.length,
  () => {
    const i = h('<input type=email value=x required>');
    return [i.validity.typeMismatch, i.checkValidity(), i.validationMessage, i.willValidate];
  },
  () => {
    const i = h('<input value=hello>');
    i.setSelectionRange(1, 3, 'forward');
    i.setRangeText('EY');
    return [i.value, i.selectionStart, i.selectionEnd, i.selectionDirection];
  },
  () => {
    const x = h('<textarea>a\nb</textarea>');
    x.value += '\r\nc';
    return [x.value, x.textLength, x.defaultValue, x.innerHTML, x.rows, x.cols];
  },
  () => h('<progress value=2 max=4>').position,
  () => h('<meter value=2 max=4>').value,
  () => h('<output>x</output>').value,
  () => h('<label for=q>x</label><input id=q>').control,
  () => h('<input id=q><label for=q>').labels.length,
  () => h('<li value=3>').value,
  () => h('<ol start=3>').start,
  () => h('<td colspan=3>').nodeName,
  () => h('<time datetime=x>').dateTime,
  () => h('<q cite=x>').cite,
  () => h('<details open>').open,
]);
