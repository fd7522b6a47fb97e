"use client";

import { lazy, Suspense } from "react";

/** Every page carries this, so what it shows is loaded only if a page fails. If that fails too, `global-error.tsx` contains all that it needs. */
const Failure = lazy(async () => ({ default: (await import("@/components/site/failure")).Failure }));

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <Suspense>
      <Failure {...props} />
    </Suspense>
  );
}
