/**
 * A thing that leaves one list and appears in another is seen to travel there: timer to task queue, queue entry to the
 * turn that runs it. Only for single steps, only a few at once, never when motion is to be reduced.
 */
import { effect } from '@preact/signals';
import type { Store } from './store.ts';

const maxTokens = 60;
const durationMs = 320;

interface Seen {
  readonly section: string;
  readonly box: DOMRect;
}

export function startGliding(store: Store, root: HTMLElement): void {
  let before = new Map<string, Seen>();
  let cursor = store.cursor.peek();
  effect(() => {
    const next = store.cursor.value;
    const isStep = next !== cursor && Math.abs(next - cursor) <= 8 && !store.dragging.peek() && store.speed.peek() <= 5;
    cursor = next;
    if (!isStep || motionReduced()) return;
    // Signals tell before the views are drawn anew: this is where things are now.
    before = placesOf(root);
    requestAnimationFrame(() => {
      for (const element of tokensOf(root)) {
        const from = before.get(element.dataset['token']!);
        if (from !== undefined && from.section !== sectionOf(element))
          glide(element, from.box, element.getBoundingClientRect());
      }
      before.clear();
    });
  });
}

function glide(element: HTMLElement, from: DOMRect, to: DOMRect): void {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.className = `${element.className} glider`;
  copy.removeAttribute('data-token');
  copy.removeAttribute('tabindex');
  copy.removeAttribute('role');
  copy.setAttribute('aria-hidden', 'true');
  copy.style.top = `${to.top}px`;
  copy.style.left = `${to.left}px`;
  copy.style.width = `${to.width}px`;
  copy.style.height = `${to.height}px`;
  document.body.append(copy);
  const start = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
  const animation = copy.animate(
    [{ transform: start, opacity: 1 }, { transform: 'none', opacity: 1, offset: 0.8 }, { opacity: 0 }],
    {
      duration: durationMs,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    },
  );
  animation.onfinish = () => copy.remove();
  animation.oncancel = () => copy.remove();
}

function placesOf(root: HTMLElement): Map<string, Seen> {
  const places = new Map<string, Seen>();
  for (const element of tokensOf(root)) {
    places.set(element.dataset['token']!, { section: sectionOf(element), box: element.getBoundingClientRect() });
  }
  return places;
}

function sectionOf(element: HTMLElement): string {
  return element.closest<HTMLElement>('[data-section]')?.dataset['section'] ?? '';
}

function tokensOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-token]')].slice(0, maxTokens);
}

function motionReduced(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
