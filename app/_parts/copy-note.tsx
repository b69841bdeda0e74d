import type { Seen } from "#knowledge/incident/vocabulary";

interface Props {
  readonly url: string | undefined;
  readonly seen: Seen | undefined;
}

/**
 * Says that a source's text stands in a copy, with the link on the name of the host that holds it,
 * so that nobody takes it for the publisher's own page.
 */
export function CopyNote({ url, seen }: Props) {
  const where = url === undefined ? "in a copy" : "in a copy at ";
  return (
    <>
      {seen === "full" || seen === "excerpt" ? "The text was read " : "There is a text of it "}
      {where}
      {url !== undefined && (
        <a className="copy-host" href={url} rel="noopener nofollow">
          {new URL(url).host}
        </a>
      )}
      .
    </>
  );
}
