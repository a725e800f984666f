// FormData of a form: which controls count, and what is wrong with others.
document.body.innerHTML = `<form id="form"><input name="a" value="1"><input name="b" type="checkbox" checked>
<input name="c" type="checkbox"><input name="r" type="radio" value="one"><input name="r" type="radio" value="two" checked>
<select name="d"><option>x</option><option selected value="2">y</option></select><textarea name="e">two
lines</textarea><button name="g" value="go">Go</button><input type="submit" name="s" value="sub"><input name="off" disabled value="no">
<input value="nameless"><fieldset disabled><input name="inside" value="no"></fieldset></form>
<input name="outside" form="form" value="yes"><button id="other" name="o">other</button><div id="div"></div>`;
const attempt = (...args) => {
  try {
    console.log(JSON.stringify([...new FormData(...args)]));
  } catch (error) {
    console.log(error.name, error.message);
  }
};
const form = document.getElementById('form');
attempt(form);
form.elements.a.value = 'typed';
form.elements.b.checked = false;
attempt(form, form.querySelector('button'));
attempt(form, form.querySelector('[type=submit]'));
attempt(form, null);
attempt(form, undefined);
attempt(form, document.getElementById('other'));
attempt(form, document.getElementById('div'));
attempt(form, {});
attempt(document.getElementById('div'));
attempt(null);
attempt(3);
attempt(undefined);
console.log(new URLSearchParams(new FormData(form)).toString());
