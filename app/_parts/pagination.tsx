interface Props {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly addressOf: (page: number) => string;
}

/** Links to the pages before and after, and to those near by. Nothing when one page holds all. */
export function Pagination({ page, pages, addressOf }: Props) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="pagination">
      {page > 1 && (
        <a className="btn" rel="prev" href={addressOf(page - 1)}>
          Previous
        </a>
      )}
      <ol>
        {shownPages(page, pages).map((number, index, shown) => (
          <li
            key={number}
            className={number > (shown[index - 1] ?? 0) + 1 ? "after-gap" : undefined}
          >
            <a
              href={addressOf(number)}
              aria-current={number === page ? "page" : undefined}
              aria-label={`Page ${number} of ${pages}`}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="btn" rel="next" href={addressOf(page + 1)}>
          Next
        </a>
      )}
    </nav>
  );
}

/** As many pages are listed whole. */
const listedWhole = 9;

/** All pages when they are few; else the first and last, and those within two of the present one. */
function shownPages(page: number, pages: number): number[] {
  if (pages <= listedWhole) return Array.from({ length: pages }, (_, index) => index + 1);
  const near = Array.from({ length: 5 }, (_, index) => page - 2 + index);
  const inside = [1, ...near, pages].filter((number) => number >= 1 && number <= pages);
  return [...new Set(inside)].toSorted((a, b) => a - b);
}
