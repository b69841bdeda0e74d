import { cache } from "react";

import { currentActor } from "#app/_session/current";

import { historyOf } from "./history-of";

/** The history as whoever asks for the page may see it; the database is asked once a page. */
export const historyHere = cache(async (slug: string) => historyOf(slug, await currentActor()));
