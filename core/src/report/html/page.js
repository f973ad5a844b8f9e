
// The page reads and opens without this; what is added are the filter, the theme switch and "open all".
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // A file's storage may be closed to scripts; then the choice lasts as long as the page.
  const stored = (value) => {
    try {
      if (value) localStorage.setItem("wimple-theme", value);
      return localStorage.getItem("wimple-theme");
    } catch {
      return null;
    }
  };
  const chosenTheme = stored();
  if (chosenTheme === "dark" || chosenTheme === "light") root.dataset.theme = chosenTheme;

  document.addEventListener("DOMContentLoaded", () => {
    const by = (id) => document.getElementById(id);

    const theme = by("theme");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const showTheme = () => theme.setAttribute("aria-checked", String(dark()));
    theme.hidden = false;
    theme.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      stored(root.dataset.theme);
      showTheme();
    });
    system.addEventListener("change", showTheme);
    showTheme();

    const messages = [...document.querySelectorAll(".message")].map((element) => ({
      element,
      found: element.dataset.found.split(" ").filter(Boolean).map((word) => {
        const at = word.lastIndexOf(":");
        return { type: word.slice(0, at), score: Number(word.slice(at + 1)) };
      }),
    }));
    const sections = [...document.querySelectorAll(".conversation")];
    const marks = [...document.querySelectorAll("[data-score]")];
    const boxes = [...document.querySelectorAll('input[name="type"]')];
    const score = by("score");
    const only = by("only");
    let lowest = 100;
    for (const { found } of messages) for (const finding of found) lowest = Math.min(lowest, finding.score);
    score.min = score.value = String(Math.floor(lowest / 5) * 5);

    const fits = (types, least, finding) => finding.score >= least && (!types.size || types.has(finding.type));
    const plural = (count) => `${count} ${count === 1 ? "message" : "messages"}`;

    const filter = () => {
      const types = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      const least = Number(score.value);
      const chosen = types.size > 0 || least > Number(score.min) || only.checked;
      let shown = 0;
      for (const { element, found } of messages) {
        element.hidden = chosen && !found.some((finding) => fits(types, least, finding));
        shown += element.hidden ? 0 : 1;
      }
      for (const section of sections) {
        section.hidden = !section.querySelector(".message:not([hidden])");
      }
      for (const mark of marks) {
        const finding = { type: mark.dataset.type, score: Number(mark.dataset.score) };
        mark.classList.toggle("off", !fits(types, least, finding));
      }
      by("score-shown").value = `${least} %`;
      by("reset").hidden = !chosen;
      by("none").hidden = shown > 0 || !messages.length;
      by("status").textContent =
        shown === messages.length ? plural(shown) : `${shown} of ${plural(messages.length)}`;
      by("chosen").replaceChildren(
        ...boxes.filter((box) => box.checked).map((box) => {
          const chip = document.createElement("button");
          chip.type = "button";
          chip.className = `chip ${box.closest("fieldset").className.replace("group", "")}`;
          chip.textContent = box.value;
          chip.setAttribute("aria-label", `Do not filter by ${box.value}`);
          chip.addEventListener("click", () => {
            box.checked = false;
            filter();
            box.focus({ preventScroll: true });
          });
          return chip;
        }),
      );
    };
    for (const control of [...boxes, score, only]) control.addEventListener("input", filter);
    by("reset").addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      score.value = score.min;
      only.checked = false;
      filter();
      score.focus({ preventScroll: true });
    });

    const details = [...document.querySelectorAll("details")];
    const originals = by("originals");
    originals.hidden = !details.length;
    originals.addEventListener("click", () => {
      const open = !details.every((one) => one.open);
      for (const one of details) one.open = open;
      originals.textContent = open ? "Close originals" : "Open originals";
    });

    by("tools").hidden = !messages.length;
    // A page that is loaded again keeps what was ticked.
    filter();

    // Browsers that cannot tie a box to its button show it in the middle; here it is put beside the button.
    if (!CSS.supports("position-area", "bottom")) {
      let button = null;
      document.addEventListener("click", (event) => {
        button = event.target.closest("[popovertarget]") || button;
      }, true);
      document.addEventListener("toggle", (event) => {
        const box = event.target;
        if (event.newState !== "open" || !button || matchMedia("(max-width: 46rem)").matches) return;
        const at = button.getBoundingClientRect();
        const below = at.bottom + box.offsetHeight + 8 < innerHeight;
        box.style.margin = "0";
        box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
        box.style.top = `${Math.max(8, below ? at.bottom + 6 : at.top - box.offsetHeight - 6)}px`;
      }, true);
    }
  });
})();
