"use client";

import { Trouble } from "./_parts/trouble";

import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <head>
        <title>Something broke · Hindsight</title>
      </head>
      <body>
        <Trouble reference={error.digest} />
      </body>
    </html>
  );
}
