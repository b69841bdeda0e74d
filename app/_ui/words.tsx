interface Props {
  /** HTML that our own renderer has made: everything else in it is escaped. */
  readonly html: string;
  readonly as?: "span" | "p" | "div" | "li" | "td" | "dd";
  readonly className?: string;
  readonly id?: string;
}

/** Shows a rendered text. The only place where ready-made HTML enters a page. */
export function Words({ html, as: Tag = "span", className, id }: Props) {
  return <Tag id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
