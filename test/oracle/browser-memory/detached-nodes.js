// Nodes that are taken out of the document: held by a variable, by a child that somebody holds, or by nobody.
function make(name) {
  const panel = watch(name, document.createElement('div'));
  panel.append(document.createElement('p'));
  document.body.append(panel);
  panel.remove();
  return panel;
}
const held = make('held by a variable');
make('held by nobody');
const child = make('its child is held').firstChild;
let dropped = make('its variable was set to null');
dropped = null;
watch('of innerHTML that was replaced', document.body.appendChild(document.createElement('ul')));
document.body.innerHTML = '';
const notes = new WeakMap([[make('key of a WeakMap'), 'note']]);
setInterval(() => [held, child, dropped, notes], 1000);
