import { z } from "zod";

import { languageSections } from "./section";

/** A text to judge, as the thread is given it. */
export const LanguageOrder = z.object({ text: z.string(), section: z.enum(languageSections) });
export type LanguageOrder = z.infer<typeof LanguageOrder>;
