import { sayNotFound } from "#app/page-tags";

interface Props {
  readonly title: string;
  readonly children: string;
}

/** What stands at a link that works once, when it works no more or never did. */
export function DeadLink({ title, children }: Props) {
  sayNotFound();
  return (
    <>
      <h1 className="title">{title}</h1>
      <p className="lede mt-4">{children}</p>
    </>
  );
}
