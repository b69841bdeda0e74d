/** A button `data-copy="<id>"` copies the text of the element with that id, and says so. */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const name = button.textContent;
    button.addEventListener("click", () => {
      const text = document.getElementById(button.dataset.copy ?? "")?.textContent ?? "";
      const say = (words: string) => {
        button.textContent = words;
        setTimeout(() => (button.textContent = name), 2000);
      };
      // Without a secure origin there is no clipboard.
      const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("refused"));
      copied.then(
        () => say("Copied"),
        () => say("Select the text to copy it"),
      );
    });
  }
}

/** A button `data-print` prints the page. */
export function offerPrinting(): void {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
  }
}
