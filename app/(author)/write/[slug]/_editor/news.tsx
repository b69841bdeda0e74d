"use client";

import { useEditing } from "./editing";
import { useSaveState } from "./save-status";
import { focusTrouble } from "./trouble-place";
import { useNews } from "./use-progress";

/** Where it stands; the head of the editor leads there. */
export const newsId = "ed-news";

/** What editors made of the review while it was open here; what they said comes with the page. */
export function NewsOfReview() {
  const { saver } = useEditing();
  const news = useNews();
  const save = useSaveState();
  return (
    <div id={newsId} className={news === null ? undefined : "notice"} tabIndex={-1}>
      {/* It is there before its words are, or nobody would hear them. */}
      <output>
        {news !== null && news.sentence}
        {news !== null && save.kind === "saved" && " What you wrote is saved."}
      </output>{" "}
      {news?.isOnPage && (
        <button
          type="button"
          className="btn"
          onClick={() => void saver.onceSaved(() => location.reload(), focusTrouble)}
        >
          Show it as it stands
        </button>
      )}
    </div>
  );
}
