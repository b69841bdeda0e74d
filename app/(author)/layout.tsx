import type { Metadata } from "next";
import type { ReactNode } from "react";

// Made for one person each time, and nobody's business to index.
export const dynamic = "force-dynamic";

export const metadata: Metadata = { robots: { index: false } };

export default function AuthorLayout({ children }: { children: ReactNode }) {
  return children;
}
