/** Draws the page; an element that was moved while it had the keyboard gets it back. */
export function keepFocus(page: HTMLElement, draw: () => void): void {
  const before = document.activeElement;
  draw();
  if (before instanceof HTMLElement && before !== document.activeElement && page.contains(before)) {
    before.focus({ preventScroll: true });
  }
}
