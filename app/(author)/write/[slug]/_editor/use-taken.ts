"use client";

import { useState } from "react";

import { tooMuch, type Measured, type Most } from "./taken-text";

/** Whether a field takes a text, and what is said of one that it did not take. */
export interface Taken {
  readonly refusal: string | null;
  readonly takes: (text: Measured) => boolean;
}

/** A field that keeps at most so much: where more comes, what stood there stays. */
export function useTaken(most: Most): Taken {
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    takes: (text) => {
      const said = tooMuch(text, most);
      setRefusal(said);
      return said === null;
    },
  };
}
