"use client";

import { Trouble } from "./_parts/trouble";

export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return <Trouble reference={error.digest} />;
}
