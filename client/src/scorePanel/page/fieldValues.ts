/**
 * Puts into each field what its `data-value` says, except into the one the user is typing in: an answer to an earlier
 * keystroke must not undo a later one.
 */
export function fillFields(page: HTMLElement): void {
  for (const field of page.querySelectorAll<HTMLInputElement>('input[data-value]')) {
    if (field !== document.activeElement) fillField(field);
  }
}

/** Whoever leaves a field with something unusable in it sees again what is scored. */
export function refillOnLeaving(page: HTMLElement): void {
  page.addEventListener('focusout', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.value === undefined) return;
    const counts = target.closest('.counts');
    if (target.value !== '' && target.getAttribute('aria-invalid') !== 'true') return;
    for (const field of counts?.querySelectorAll('input') ?? [target]) fillField(field);
    const fault = counts?.querySelector('.fault');
    if (fault) fault.textContent = '';
  });
}

function fillField(field: HTMLInputElement): void {
  const value = field.dataset.value ?? '';
  if (field.value !== value) field.value = value;
  field.removeAttribute('aria-invalid');
}
