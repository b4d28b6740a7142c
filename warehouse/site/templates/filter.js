"use strict";
// Filters the rows of one table: words anywhere in the row, and exact values of chosen columns.
for (const form of document.querySelectorAll("form.filters")) {
  const table = document.getElementById(form.dataset.table);
  const rows = Array.from(table.tBodies[0].rows, (row) => [row, row.textContent.toLowerCase()]);
  const count = form.querySelector("output");
  const apply = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = Array.from(form.querySelectorAll("select"), (select) => [select.name, select.value]).filter((pair) => pair[1]);
    let shown = 0;
    for (const [row, text] of rows) {
      const hit = words.every((word) => text.includes(word)) && chosen.every(([name, value]) => row.dataset[name] === value);
      row.hidden = !hit;
      shown += hit ? 1 : 0;
    }
    count.textContent = shown + " of " + rows.length + " rows";
  };
  form.addEventListener("input", apply);
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
