import { followContents } from "./contents";
import { offerCopying, offerPrinting } from "./copying";
import { offerLocalTimes } from "./local-times";
import { offerSearchKey } from "./search-key";
import { explainTerms } from "./terms";
import { offerThemes } from "./theme-choice";

// Conveniences only: every page is complete without this file.
offerThemes();
offerSearchKey();
offerLocalTimes();
offerCopying();
offerPrinting();
explainTerms();
followContents();
