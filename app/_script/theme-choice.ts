import { remember, rememberedTheme, themeOf } from "./remembered";

/** Lets the reader choose light, dark, or what the system says; other open pages follow. */
export function offerThemes(): void {
  const choice = document.querySelector<HTMLSelectElement>("[data-theme-choice]");
  if (!choice) return;
  choice.value = rememberedTheme() ?? "";
  choice.addEventListener("change", () => {
    remember("theme", choice.value);
    show(choice.value);
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== "theme") return;
    choice.value = themeOf(newValue) ?? "";
    show(choice.value);
  });
}

function show(chosen: string): void {
  const theme = themeOf(chosen);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
