/** Entry of the page about a hazard. */
import { render } from 'preact';
import type { HazardPageToHost, HostToHazardPage } from '../../src/protocol/explanation.ts';
import { HazardView } from './hazard-view.tsx';
import { createHazardStore } from './store.ts';

declare function acquireVsCodeApi(): { postMessage(message: HazardPageToHost): void };

const host = acquireVsCodeApi();
const store = createHazardStore((message) => host.postMessage(message));
window.addEventListener('message', ({ data }: MessageEvent<HostToHazardPage>) => store.receive(data));
render(<HazardView store={store} />, document.getElementById('root')!);
host.postMessage({ type: 'ready' });
