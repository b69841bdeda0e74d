"use client";

import { paths } from "#app/paths";

import { useEditing } from "./editing";
import { useSaveState } from "./save-status";
import { focusTrouble } from "./trouble-place";
import type { News } from "./progress-news";
import { useNews, useProgress } from "./use-progress";

/** Where it stands; the head of the editor leads there. */
export const newsId = "ed-news";

/** What editors made of the review while it was open here, with their words to its authors. */
export function NewsOfReview() {
  const news = useNews();
  const save = useSaveState();
  return (
    <div id={newsId} className={news === null ? undefined : "notice ed-word"} tabIndex={-1}>
      {/* It is there before its words are, or nobody would hear them. */}
      <output>
        {news !== null && <Sentence news={news} />}
        {news !== null && save.kind === "saved" && " What you wrote is saved."}
      </output>{" "}
      {news !== null && <WayOutOfBin />}
      {news?.isOnPage && <LookAgain />}
    </div>
  );
}

/** What happened last since the page was made, where there is more to say than that it went on. */
export function Happened() {
  const news = useNews();
  return news !== null && <Sentence news={news} />;
}

/** Where it is taken out of the bin again, which lets writing go on here. */
function WayOutOfBin() {
  const { state } = useProgress();
  if (state !== "binned") return null;
  return (
    <>
      <a href={paths.settings("bin")}>Take it out of the bin</a> to go on.{" "}
    </>
  );
}

/** What happened, and what the editor who did it said; whose notes are lines, keeps them. */
function Sentence({ news }: { news: News }) {
  const { said } = useProgress();
  if (!news.isWord || said === null) return news.sentence;
  return (
    <>
      {news.sentence} {said.by}
      {said.note === null ? ` did, of revision ${said.revision}.` : `: “${said.note}”`}
    </>
  );
}

/** Loads the page again once all that was written is saved. */
export function LookAgain() {
  const { saver } = useEditing();
  return (
    <button
      type="button"
      className="btn"
      onClick={() => void saver.onceSaved(() => location.reload(), focusTrouble)}
    >
      Show it as it stands
    </button>
  );
}
