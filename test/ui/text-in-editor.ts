/** Where text is drawn in the active editor: VS Code cuts a line into pieces, and draws squiggles on a layer of their own. */
import type { Page } from 'playwright-core';

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  /** The severity of the squiggle below it. */
  readonly squiggle: string | undefined;
}

/** Of the first characters of a text, so many. */
export async function placeOfText(page: Page, needle: string, length: number): Promise<DrawnText> {
  const place = await page
    .locator('.editor-instance .overflow-guard')
    .first()
    .evaluate(
      (editor, [wanted, size]) => {
        for (const line of editor.querySelectorAll('.view-line')) {
          const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let offset = 0;
          let started = false;
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const { length } = node as Text;
            if (!started && at < offset + length) {
              range.setStart(node, at - offset);
              started = true;
            }
            if (started && at + size <= offset + length) {
              range.setEnd(node, at + size - offset);
              break;
            }
            offset += length;
          }
          const box = range.getBoundingClientRect();
          const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
          const squiggles = [...editor.querySelectorAll('.view-overlays [class*="squiggly-"]')];
          const squiggle = squiggles.find((element) => {
            const under = element.getBoundingClientRect();
            return (
              // Hints are dots below the first letters only.
              under.left < box.right && box.left < under.right && Math.abs(under.top + under.height / 2 - middle.y) < 12
            );
          });
          return { ...middle, squiggle: /squiggly-(\w+)/.exec(squiggle?.className ?? '')?.[1] };
        }
        return undefined;
      },
      [needle, length] as const,
    );
  if (place === undefined) throw new Error(`"${needle}" is not drawn in the editor.`);
  return place;
}
