import { inTransaction } from "#knowledge/database/query";

/** Work on the whole library is one transaction: all of it or nothing. */
export { inTransaction };
