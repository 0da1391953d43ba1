"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page anew every so often, as long as it is looked at. Shows nothing. */
export function LookAgain({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
