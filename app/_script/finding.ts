import { togglePalette } from "./palette";
import { suggestUnder } from "./search-box";

/** What the reader's script fetches when somebody begins to look for something. */
export const finding = { suggestUnder, togglePalette };
