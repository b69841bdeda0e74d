/** What an account may do with a review for which approval was asked. */
export interface MayAssess {
  readonly approve: boolean;
  readonly publish: boolean;
}
