/**
 * Rows as CSV (RFC 4180) that can be opened in a spreadsheet: UTF-8 with a mark that says so, lines
 * that end with CR LF. What a spreadsheet would take for a formula gets an apostrophe in front, by
 * which it shows the text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
