/**
 * Leads to what just answered. What came with the page has had the focus by its own `autofocus`: whoever has gone on
 * from there before the scripts arrived, into a field perhaps, is not torn out of it.
 */
export function takeFocus(element: HTMLElement | null): void {
  const isPast = element?.hasAttribute("autofocus") && document.activeElement !== document.body;
  if (!isPast) element?.focus();
}
