import * as z from "zod";

import { SLUG_LIMIT } from "./slug-of";

/**
 * The name of a thing in addresses, file names, anchors and `[[links]]`: small letters, digits and
 * single hyphens between them. Because nothing else passes, a slug cannot climb folders.
 */
export const Slug = z
  .string()
  .max(SLUG_LIMIT, `A slug has at most ${SLUG_LIMIT} characters.`)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "A slug has small letters a to z, digits, and single hyphens between them.",
  );
export type Slug = z.infer<typeof Slug>;

/** A slug that a draft may still lack: absent is empty. */
export const DraftSlug = z
  .string()
  .refine((text) => text === "" || Slug.safeParse(text).success, {
    error: "A slug has small letters a to z, digits, and single hyphens between them.",
  })
  .default("");
