/** The parameters of an address as Next gives them to a page. */
export type PageParameters = Promise<Record<string, string | string[] | undefined>>;

/** The same as the platform has them; repeated ones keep their order. */
export async function searchParametersOf(parameters: PageParameters): Promise<URLSearchParams> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(await parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, one);
    }
  }
  return search;
}
