"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type LiveFormProps = { action: string; className?: string; children: React.ReactNode };

/** A GET form. With JavaScript it is sent as soon as a field changes, without empty fields. */
export const LiveForm = ({ action, className, children }: LiveFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const go = () => {
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(element)) {
        if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
      }
      const text = query.toString();
      router.push(text === "" ? action : `${action}?${text}`, { scroll: false });
    };
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      go();
    };
    element.addEventListener("change", go);
    element.addEventListener("submit", onSubmit);
    return () => {
      element.removeEventListener("change", go);
      element.removeEventListener("submit", onSubmit);
    };
  }, [action, router]);

  return (
    <form ref={form} className={className} action={action} method="get">
      {children}
    </form>
  );
};
