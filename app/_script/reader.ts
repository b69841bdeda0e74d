import { followContents } from "./contents";
import { offerCopying, offerPrinting } from "./copying";
import { offerLocalTimes } from "./local-times";
import { forgetPeopleAtSignOut } from "./named-people";
import { offerSearching } from "./search-key";
import { sendFormsOnce } from "./sent-once";
import { explainTerms } from "./terms";
import { offerThemes } from "./theme-choice";

// Conveniences only: every page is complete without this file.
offerThemes();
// Only while this script itself runs is it known as the current one.
offerSearching(document.currentScript?.dataset.finding ?? "");
offerLocalTimes();
offerCopying();
offerPrinting();
explainTerms();
followContents();
forgetPeopleAtSignOut();
sendFormsOnce();
