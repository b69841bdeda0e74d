/** `/` puts the cursor into the page's search box, the last one if there are several. */
export function offerSearchKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target)) return;
    const box = [...document.querySelectorAll<HTMLInputElement>("[data-search-box]")].at(-1);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
