// Controls of forms, forms and elements by their names, as properties of forms, lists and the window.
document.body.innerHTML = `<form id="f" name="order"><input name="first" value="1"><input id="second" value="2"><input name="kind" type="radio" value="a"><input name="kind" type="radio" value="b" checked><select name="choice"><option>x</option></select><button name="go">go</button><img name="pic"><fieldset name="set"></fieldset><input name="submit2"><input type="image" name="im"></form><form name="other"></form><img name="shot" id="shotid"><div id="box"></div><div id="twice"></div><p id="twice"></p><iframe name="frame"></iframe><a name="anchor" id="link"></a>`;
const t = (name, run) => {
  try {
    const v = run();
    console.log(
      name,
      v instanceof Node
        ? v.nodeName + '#' + (v.id || v.name || v.getAttribute('name'))
        : v === null
          ? 'null'
          : typeof v === 'object' || typeof v === 'function'
            ? Object.prototype.toString.call(v) + ' ' + v.length
            : String(v),
    );
  } catch (e) {
    console.log(name, e.name, e.message);
  }
};
const f = document.querySelector('form');
t('form.first', () => f.first);
t('form.second', () => f.second);
t('form.kind', () => f.kind);
t('form.kind.value', () => f.kind.value);
t('set kind', () => {
  f.kind.value = 'a';
  return f.kind.value + [...f.kind].map((r) => r.checked);
});
t('form.choice', () => f.choice.value);
t('form.pic', () => f.pic);
t('form.set', () => f.set);
t('form.im', () => f.im);
t('form.nothing', () => f.nothing);
t('form[0]', () => f[0]);
t('form[99]', () => f[99]);
t('length', () => f.length);
t('iter', () => [...f].map((e) => e.name || e.id).join());
t('elements', () => f.elements.second);
t('elements namedItem', () => f.elements.namedItem('kind'));
t('elements radio', () => f.elements.kind);
t('forms', () => document.forms);
t('forms.order', () => document.forms.order);
t('forms.f', () => document.forms.f);
t('forms[1]', () => document.forms[1]);
t('forms item', () => document.forms.namedItem('other'));
t('document.f', () => document.f);
t('document.box', () => document.box);
t('window.box', () => box);
t('window.twice', () => twice);
t('window.order', () => order);
t('window.f', () => window.f);
t('window.shot', () => shot);
t('window.shotid', () => shotid);
t('window.link', () => link);
t('window.anchor', () => anchor);
t('typeof', () => typeof nobody + ' ' + typeof box);
t('in window', () => ['box' in window, Object.hasOwn(window, 'box')]);
t('box = 1', () => {
  window.box = 1;
  return box;
});
t('removed', () => {
  document.getElementById('link').remove();
  return typeof link;
});
var shotid;
t('var', () => typeof shotid);
t('images', () => document.images.shot);
t('links', () => document.links);
