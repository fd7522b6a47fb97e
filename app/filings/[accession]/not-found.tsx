"use client";
import { usePathname } from "next/navigation";
export default function N() {
  const p = usePathname();
  return <div>NOTFOUND-CONTENT {p}</div>;
}
