// Declarations: the style attribute, cssText, setProperty, shorthands and what is left of them.
const s = document.createElement('p').style;
const el = document.createElement('p');
const L = (n, f) => {
  try {
    console.log(n + ' -> ' + f());
  } catch (e) {
    console.log(n + ' !! ' + e.name + ': ' + e.message);
  }
};
for (const t of [
  'color:red',
  'COLOR: RED;; width : 10px',
  'color:red;color:blue',
  'color:blue !important; color: red',
  'color:nonsense',
  'margin:1px;margin-left:2px',
  'margin-top:1px;margin-right:1px;margin-bottom:1px;margin-left:1px',
  'margin-top:1px;color:red;margin-right:1px;margin-bottom:1px;margin-left:1px',
  'margin:1px!important;margin-left:2px',
  'border:1px solid red;border-left:none',
  'border:1px solid red;border-color:blue',
  'border-top:1px solid red;border-right:1px solid red;border-bottom:1px solid red;border-left:1px solid red',
  '--x: 1 ;--X:2;--y:',
  '--x:  a   b',
  'background:red;background-image:url(a.png)',
  'flex:1;flex-grow:2',
  'font:12px a;font-weight:bold',
  'padding:1px 2px;padding-top:3px',
  'overflow-x:hidden;overflow-y:hidden',
  'row-gap:1px;column-gap:2px',
  'transition:all 1s;transition-delay:2s',
  'margin:var(--a);margin-left:1px',
  'garbage;color:red',
  '{color:red};width:1px',
  '/*a*/color/*b*/:/*c*/red/*d*/',
  'color:red!important',
  'color:red ! important',
  'color:red !IMPORTANT',
  'foo:bar',
  'width:10px;width:-1px',
  'border-width:1px;border-style:solid;border-color:red',
  'border-radius:1px;border-top-left-radius:2px',
  'margin-left:1px;margin:2px',
  'a:b;color:rgb(1,2,3);content:"a;b"',
  'background:url(a;b.png)',
  'inset:0;left:1px',
  'top:0;right:0;bottom:0;left:0',
  'font-size:12px;font-family:a',
  'outline:1px solid red;outline-color:blue',
  'list-style:none',
  'text-decoration:underline',
  'place-items:center',
  'grid-area:a',
  'color:red;color:inherit',
  'margin:inherit',
  'margin:1px;margin-top:inherit',
  'width:calc(1px',
  'content:"abc',
  'min-width:1px;max-width:2px',
  'background-color:red;background-image:none;background-repeat:repeat',
  'background-position:center;background-size:cover',
]) {
  s.cssText = t;
  console.log(
    t +
      ' => ' +
      s.cssText +
      ' | ' +
      Array.from(s)
        .map((n) => n + ':' + s.getPropertyValue(n))
        .join(', ') +
      ' | m=' +
      s.margin +
      ' b=' +
      s.border +
      ' bg=' +
      s.background,
  );
  el.setAttribute('style', t);
  console.log('   attr ' + el.getAttribute('style') + ' / ' + el.style.cssText);
  el.style.opacity = '0.5';
  console.log('   set ' + el.getAttribute('style'));
}
s.cssText = '';
L('sp1', () => {
  s.setProperty('color', 'red', 'important');
  return s.cssText + s.getPropertyPriority('color');
});
L('sp2', () => {
  s.setProperty('color', 'blue', 'x');
  return s.cssText;
});
L('sp3', () => {
  s.setProperty('color', 'blue !important');
  return s.cssText;
});
L('sp4', () => {
  s.setProperty('color', 'blue', 'IMPORTANT');
  return s.cssText;
});
L('sp5', () => {
  s.setProperty('color', 'green', '');
  return s.cssText;
});
L('sp6', () => {
  s.color = 'red !important';
  return s.cssText;
});
L('sp7', () => {
  s.setProperty('backgroundColor', 'blue');
  return s.cssText;
});
L('sp8', () => {
  s.setProperty('--a', ' x  y ');
  return s.cssText + '[' + s.getPropertyValue('--a') + ']' + s['--a'];
});
L('sp9', () => {
  s.setProperty('margin', '1px', 'important');
  return s.cssText + s.getPropertyPriority('margin') + s.getPropertyPriority('margin-top');
});
L('rp1', () => s.removeProperty('margin') + '|' + s.cssText);
L('rp2', () => s.removeProperty('backgroundColor') + '|' + s.cssText);
L('rp3', () => s.removeProperty('--a') + '|' + s.cssText);
L('sp10', () => {
  s.setProperty('COLOR', 'RED');
  return s.cssText;
});
L('sp11', () => {
  s.setProperty('color', '');
  return s.cssText;
});
L('sp12', () => {
  s.setProperty('color', null);
  return s.cssText;
});
L('dash', () => {
  s['background-color'] = 'red';
  return s.backgroundColor + s['background-color'];
});
L('unknown', () => {
  s.foo = 'bar';
  return (
    s.foo +
    s.cssText +
    ('foo' in s) +
    ('color' in s) +
    ('webkitTransform' in s) +
    ('WebkitTransform' in s) +
    ('background-color' in s) +
    ('MozTransform' in s)
  );
});
L('undef', () => {
  s.color = undefined;
  return s.color;
});
L('num', () => {
  s.lineHeight = 2;
  s.zIndex = 5;
  s.width = 5;
  return s.cssText;
});
L('keep', () => {
  s.cssText = 'color: red; width: 5px; height: 6px';
  s.color = 'blue';
  s.width = '';
  s.width = '7px';
  return s.cssText;
});
L('order', () => {
  s.cssText = 'margin-left: 1px; color: red';
  s.margin = '2px';
  return s.cssText;
});
L('mut', () => {
  el.removeAttribute('style');
  el.style.color = 'nonsense';
  const a = el.hasAttribute('style');
  el.style.color = 'red';
  el.style.color = '';
  return a + ' ' + JSON.stringify(el.getAttribute('style'));
});
L('mut2', () => {
  el.removeAttribute('style');
  el.style.cssText = '';
  return JSON.stringify(el.getAttribute('style'));
});
L('mut3', () => {
  el.setAttribute('style', 'foo');
  el.style.removeProperty('color');
  return JSON.stringify(el.getAttribute('style'));
});
L('outer', () => {
  el.setAttribute('style', 'color:RED');
  return el.outerHTML + el.style.color;
});
L('put', () => {
  el.style = 'color: Blue';
  return el.outerHTML;
});
L('camel of removed', () => {
  el.style.cssText = 'border: 1px solid red';
  el.style.borderLeft = '';
  return el.style.cssText + '|' + el.style.border + '|' + el.style.borderWidth;
});
