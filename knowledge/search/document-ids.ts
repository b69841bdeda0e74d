import { z } from "zod";

/** The ids of documents as the database packs them: four bytes each, `string_agg(int4send(id), '')`. */
export const DocumentIds = z.instanceof(Buffer).transform((bytes) => {
  const ids: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) ids.push(bytes.readInt32BE(at));
  return ids;
});
