"use client";

import "./without-eval";
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";

import type { Parameters, SearchAnswer } from "./answer";
import { countInWords, titleOf } from "./answer-words";
import { BoxTips } from "./box-tips";
import { ComesWith } from "./comes-with";
import { fetchAnswer } from "./fetch-answer";
import { SearchView } from "./search-view";
import { useLinks } from "./use-links";
import { useQuestion } from "./use-question";

interface Props {
  /** The answer with which the server rendered the page. */
  readonly answer: SearchAnswer;
}

/** For how long an answer is taken as it is when one comes back to its question, in milliseconds. */
const fresh = 60_000;

/** The search, alive: it answers as one types and chooses, without a flash and without a reload. */
export function SearchIsland(props: Props) {
  const [client] = useState(() => {
    const made = new QueryClient({
      defaultOptions: { queries: { staleTime: fresh, retry: 1, refetchOnWindowFocus: false } },
    });
    made.setQueryData(keyOf(props.answer.parameters), props.answer);
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <LiveSearch {...props} />
    </QueryClientProvider>
  );
}

function LiveSearch({ answer: initial }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { asked, go, send } = useQuestion(root, initial.parameters);
  const {
    data = initial,
    isPlaceholderData,
    isError,
    refetch,
  } = useQuery({
    queryKey: keyOf(asked),
    queryFn: ({ signal }) => fetchAnswer(asked, signal),
    placeholderData: keepPreviousData,
  });
  // Drawing an answer can wait; a letter that is typed meanwhile cannot.
  const answer = useDeferredValue(data);
  const isWaiting = isPlaceholderData || answer !== data;
  useLinks(root, answer, { go, send });
  const announced = useAnnouncement(answer, isWaiting);

  const aside = useMemo(
    () => (answer.comesWith ? <ComesWith rows={answer.comesWith} /> : <BoxTips />),
    [answer],
  );

  return (
    <div ref={root} data-island={asked === initial.parameters ? "" : "used"}>
      <SearchView
        answer={answer}
        place="search"
        isWaiting={isWaiting && !isError}
        remark={isError && <Unanswered again={() => void refetch()} />}
        aside={aside}
      />
      <output className="sr-only">{announced}</output>
    </div>
  );
}

function keyOf(parameters: Parameters) {
  return ["search", parameters] as const;
}

function Unanswered({ again }: { again: () => void }) {
  return (
    <p className="remark" role="alert">
      The search does not answer at the moment; what you see is an earlier answer.{" "}
      <button type="button" className="btn" onClick={again}>
        Ask again
      </button>
    </p>
  );
}

/** How long an answer must stand before it is told, in milliseconds. */
const settled = 700;

/** Tells, once nothing changes any more, how many incidents there are, and titles the page so. */
function useAnnouncement(answer: SearchAnswer, isWaiting: boolean): string {
  const [announced, setAnnounced] = useState("");
  const first = useRef(answer);
  useEffect(() => {
    // What the page came with has been read, unless something else was told since.
    if (isWaiting || (answer === first.current && announced === "")) return undefined;
    document.title = `${titleOf(answer)} · Hindsight`;
    const timer = setTimeout(() => setAnnounced(countInWords(answer)), settled);
    return () => clearTimeout(timer);
  }, [answer, isWaiting, announced]);
  return announced;
}
