/** The organisation's name, or the names of several, as documents have it. */
export function organizationOf({
  organizations,
}: {
  readonly organizations: readonly { readonly name: string }[];
}): string | string[] {
  const names = organizations.map(({ name }) => name);
  const [only] = names;
  return names.length === 1 && only !== undefined ? only : names;
}
