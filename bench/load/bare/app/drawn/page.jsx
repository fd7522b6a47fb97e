import { connection } from "next/server";

export default async function Drawn() {
  await connection();
  return <p>This page is drawn on every request.</p>;
}
