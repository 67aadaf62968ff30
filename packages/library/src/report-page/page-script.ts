/**
 * The page's only script: filters, opening and closing, theme, copying, printing. The report is whole without it.
 *
 * It reads and sets attributes and text that the page's own markup defines; it never makes markup from text, and the
 * content policy would not let it.
 */
export const pageScript = `
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  for (const part of all("[data-copy], [data-filter], [data-action]")) part.hidden = false;

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  const themeButton = document.querySelector("[data-action=theme]");
  const tellTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
  themeButton.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; tellTheme(); });
  dark.addEventListener("change", tellTheme);
  tellTheme();

  const foldButton = document.querySelector("[data-action=fold]");
  const foldable = () => all("details:not(.full-text)");
  foldButton.addEventListener("click", () => {
    const open = foldButton.dataset.open !== "true";
    for (const part of foldable()) part.open = open;
    foldButton.dataset.open = String(open);
    foldButton.textContent = open ? "Fold all" : "Unfold all";
  });
  document.querySelector("[data-action=print]").addEventListener("click", () => window.print());
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = foldable().filter((part) => !part.open && !part.classList.contains("trial"));
    for (const part of folded) part.open = true;
  });
  window.addEventListener("afterprint", () => { for (const part of folded) part.open = false; folded = []; });

  const openTarget = () => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!wanted) return;
    wanted.hidden = false;
    for (let part = wanted; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    wanted.scrollIntoView();
  };
  window.addEventListener("hashchange", openTarget);
  if (location.hash) openTarget();

  for (const filter of all("[data-filter]")) {
    const items = [...document.querySelector("[data-filtered=" + filter.dataset.filter + "]").children];
    const choices = all("select", filter);
    const status = filter.querySelector("[role=status]");
    filter.addEventListener("change", () => {
      let shown = 0;
      for (const item of items) {
        item.hidden = !choices.every(({ dataset, value }) => value === "" || item.dataset[dataset.by] === value);
        if (!item.hidden) shown += 1;
      }
      status.textContent = shown === items.length ? shown + " " + filter.dataset.noun : shown + " of " + items.length + " " + filter.dataset.noun;
    });
  }

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
})();
`;
