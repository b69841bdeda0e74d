"use client";

import { paths } from "#app/paths";

import { ChangedSinceWords } from "./changed-since-words";
import type { MayAssess } from "./may-assess";
import { useLatest, useLeft, usePassedOver } from "./use-progress";

/** Tells an editor at the head of the text that it is not the one that waits for them. */
export function ChangedSince({ slug, may }: { readonly slug: string; readonly may: MayAssess }) {
  const passed = usePassedOver();
  const latest = useLatest();
  const left = useLeft();
  if (passed === null || left === null || !may[left]) return null;
  return (
    <output className="notice ed-word block">
      <ChangedSinceWords slug={slug} revision={passed} latest={latest} act={left} />{" "}
      <a href={paths.reviewPreview(slug, passed)}>Read revision {passed}</a> before you do.
    </output>
  );
}
