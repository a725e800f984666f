/** A collapsible section, as the panes of VS Code's side bar: header with chevron, title and count. */
import type { ComponentChildren, JSX } from 'preact';
import { Chevron } from './icons.tsx';
import { toggleIn } from './open-parts.ts';
import { rowsTall } from './rows.tsx';
import type { Store } from './store.ts';

interface SectionProps {
  readonly store: Store;
  readonly id: string;
  readonly title: string;
  /** What the badge says; undefined shows none. */
  readonly badge?: string | undefined;
  /** What it shows is asked for as long as it is open only: a badge from before would be of another moment. */
  readonly isAsked?: boolean;
  readonly hint?: string;
  /** What the section shows, in one short line; the hint says more. */
  readonly about?: string;
  readonly children?: ComponentChildren;
}

export function Section({ store, id, title, badge, isAsked, hint, about, children }: SectionProps): JSX.Element {
  const open = !store.closedSections.value.has(id);
  return (
    <section class="section" data-section={id} aria-label={title}>
      <h2>
        <button
          type="button"
          class="section-header"
          aria-expanded={open}
          title={hint}
          onClick={() => toggleIn(store.closedSections, id)}
        >
          <Chevron isOpen={open} />
          <span class="section-title">{title}</span>
          {badge !== undefined && (open || isAsked !== true) && <span class="badge">{badge}</span>}
        </button>
      </h2>
      {open && (
        <div class="section-body">
          {about !== undefined && (
            <p class="about" title={hint}>
              {about}
            </p>
          )}
          {children}
        </div>
      )}
    </section>
  );
}

/** What a list without rows shows. */
export function Empty({
  minRows,
  children,
}: {
  readonly minRows: number;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty" style={{ minHeight: rowsTall(Math.max(1, minRows)) }}>
      {children}
    </div>
  );
}
