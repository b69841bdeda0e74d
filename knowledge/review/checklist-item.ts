/** One thing to look at, and the field in which it stands, as `placeOf` names it. */
export interface ChecklistItem {
  readonly place: string;
  readonly sentence: string;
}
