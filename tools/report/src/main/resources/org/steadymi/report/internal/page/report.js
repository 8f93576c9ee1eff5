"use strict";
// Sorting of tables: a click on a heading sorts by it, a second one turns the order round.
// Numbers stand before words, and rows without a value always come last.
document.querySelectorAll("table").forEach((table) => {
  const body = table.tBodies[0];
  const headings = Array.from(table.tHead.rows[0].cells);
  const key = (row, column) => {
    const cell = row.cells[column];
    const number = parseFloat(cell.dataset.value);
    const text = cell.dataset.value === undefined ? cell.textContent.trim() : "";
    return { number, text, rank: Number.isNaN(number) ? (text === "" ? 2 : 1) : 0 };
  };
  const compare = (a, b, sign) => {
    if (a.rank === 2 || b.rank === 2 || a.rank !== b.rank) {
      return a.rank - b.rank;
    }
    return a.rank === 0 ? sign * (a.number - b.number || 0) : sign * a.text.localeCompare(b.text);
  };
  headings.forEach((heading, column) => {
    heading.querySelector("button").addEventListener("click", () => {
      const ascending = heading.getAttribute("aria-sort") !== "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      const rows = Array.from(body.rows).map((row) => ({ row, key: key(row, column) }));
      rows.sort((a, b) => compare(a.key, b.key, ascending ? 1 : -1));
      body.append(...rows.map((each) => each.row));
    });
  });
});
