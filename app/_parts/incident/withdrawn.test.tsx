import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { emptyNotes, takingNotes } from "../../page-tags";
import { WithdrawnWords } from "./withdrawn";

test("the page of a withdrawn incident says so in words and with 410, as its twins do", () => {
  const notes = emptyNotes();
  const html = takingNotes(notes, () => renderToStaticMarkup(<WithdrawnWords />));
  expect(html).toContain("This incident was withdrawn.");
  expect(notes.absent).toBe(410);
});
