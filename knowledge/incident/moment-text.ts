import * as z from "zod";

import { isDate, momentForms, readMoment } from "./moment";

// A bare year may come as a number, as YAML reads it.
const yearOrText = (expected: string) =>
  z.union([z.string(), z.number().int().transform(String)], { error: `expected ${expected}` });

/** The text of a moment. */
export const MomentText = yearOrText(momentForms).refine((text) => readMoment(text) !== null, {
  error: `expected ${momentForms}`,
});

/** The text of a moment that a draft may still lack: absent is empty. */
export const DraftMomentText = yearOrText(momentForms)
  .refine((text) => text === "" || readMoment(text) !== null, { error: `expected ${momentForms}` })
  .default("");

const dateForms = "a date such as 2024, 2024-02 or 2024-02-01";

/** A calendar day, month or year without a hedge, as `published` and `recorded` have it. */
export const DateText = yearOrText(dateForms).refine(isDate, {
  error: `expected ${dateForms}`,
});
