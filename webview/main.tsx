/** Entry of the sidebar's page: connects the store to VS Code's webview API and draws the page. */
import { render } from 'preact';
import { App } from './app.tsx';
import { showShapes } from './engine/show-shapes.ts';
import { startGliding } from './glide.ts';
import { parseHostMessage } from './messages.ts';
import { createStore } from './store.ts';
import type { HostApi } from './store.ts';

declare function acquireVsCodeApi(): HostApi;

const host = acquireVsCodeApi();
const store = createStore(host);
const root = document.getElementById('root')!;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = parseHostMessage(event.data);
  if (message?.type === 'showShapes') showShapes(store, message);
  else if (message !== undefined) store.receive(message);
});
render(<App store={store} />, root);
startGliding(store, root);
const tellFocus = (): void => host.postMessage({ v: 1, type: 'focus', hasFocus: document.hasFocus() });
window.addEventListener('focus', tellFocus);
window.addEventListener('blur', tellFocus);
host.postMessage({ v: 1, type: 'ready', client: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}` });
tellFocus();
