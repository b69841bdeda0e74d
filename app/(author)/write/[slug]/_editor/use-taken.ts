"use client";

import { useState } from "react";

/** Whether a field takes a text of so many letters, and what is said of one that it did not take. */
export interface Taken {
  readonly refusal: string | null;
  readonly takes: (letters: number) => boolean;
}

/** A field that keeps at most so many letters: where more come, what stood there stays. */
export function useTaken(most: number): Taken {
  const [letters, setLetters] = useState(0);
  const inWords = (count: number) => count.toLocaleString("en");
  return {
    refusal:
      letters === 0
        ? null
        : `That would be ${inWords(letters)} letters, and a field keeps ${inWords(most)} at most. Nothing of it was taken; what stood here still does.`,
    takes: (count) => {
      const isTaken = count <= most;
      setLetters(isTaken ? 0 : count);
      return isTaken;
    },
  };
}
