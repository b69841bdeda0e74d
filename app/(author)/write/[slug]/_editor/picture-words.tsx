"use client";

import { useState } from "react";

import { paths } from "#app/paths";
import { withPictureWords, wordedPictures } from "#knowledge/text/picture-words";

interface Props {
  readonly markdown: string;
  readonly onChange: (markdown: string) => void;
}

/** Asks of each picture in a text that has no words what it shows, for who does not see it. */
export function PictureWords({ markdown, onChange }: Props) {
  // One that is being described keeps its field until it is left.
  const [described, setDescribed] = useState<number | null>(null);
  const pictures = wordedPictures(markdown);
  const asked = pictures.flatMap((picture, at) =>
    picture.words.trim() === "" || at === described ? [{ ...picture, at }] : [],
  );
  if (asked.length === 0) return null;
  return (
    <ul className="ed-pictures">
      {asked.map((picture) => (
        <li key={`${picture.hash}.${picture.at}`}>
          {/* Its words are what is asked for here; it is kept small already. */}
          {/* oxlint-disable-next-line nextjs/no-img-element */}
          <img src={paths.picture(picture.hash)} alt="" />
          <label>
            <span>What does this picture show, for who does not see it?</span>
            <input
              className="ed-input"
              value={picture.words}
              onFocus={() => setDescribed(picture.at)}
              onBlur={() => setDescribed(null)}
              onChange={(event) =>
                onChange(withPictureWords(markdown, picture, event.target.value))
              }
            />
          </label>
        </li>
      ))}
    </ul>
  );
}
