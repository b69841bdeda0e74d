import { z } from "zod";

/**
 * What was typed into a field, in the shape that it must have; null where nothing was. A form sends
 * line ends in its own way, and often a space too many.
 */
export function typed<Shape extends z.ZodType<string, string>>(shape: Shape) {
  return z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .transform((text) => (text === "" ? null : text))
    .pipe(shape.nullable());
}
