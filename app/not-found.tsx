import type { Metadata } from "next";

import { Missing } from "./_parts/missing";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

export default function NotFound() {
  return <Missing />;
}
