/** Marks, in the table of contents, the section that the reader is in. */
export function followContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-contents] a[href^='#']")];
  const entries = links.flatMap((link) => {
    const heading = document.getElementById(link.hash.slice(1));
    // What stands beside the text is not a part of it that one comes to.
    return heading && !heading.closest("aside") ? [{ link, heading }] : [];
  });
  if (entries.length === 0) return;

  const mark = () => {
    // The last sections never reach the top of a tall screen: at the page's end they all count.
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const line = atEnd ? innerHeight : 160;
    const passed = entries.filter(({ heading }) => heading.getBoundingClientRect().top < line);
    const current = passed.at(-1) ?? entries[0];
    for (const { link } of entries) {
      if (link === current?.link) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  mark();
}
